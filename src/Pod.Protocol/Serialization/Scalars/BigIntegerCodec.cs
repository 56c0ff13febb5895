using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Whole numbers of any size, written as text; numbers are read too.</summary>
public sealed class BigIntegerCodec : JsonCodec<BigInteger>
{
    // Parsing takes time that grows with the square of the length, and the sender chooses the length.
    private const int MostDigits = 8192;

    internal BigIntegerCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "BigInt";

    /// <inheritdoc/>
    public override BigInteger Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
            JsonTokenType.String => JsonText.Unescape(ref reader),
            _ => throw JsonErrors.Expected(ref reader, "a whole number as text"),
        };
        if (text.Length > MostDigits)
        {
            throw JsonErrors.OutOfRange(ref reader, $"BigInteger ({MostDigits} digits)");
        }

        return BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw JsonErrors.Malformed(ref reader, "whole number");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BigInteger value, JsonAudience audience)
        => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
