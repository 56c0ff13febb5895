using System.Globalization;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Decimal numbers, written as text so that no digit is lost on the way; numbers are read too.</summary>
public sealed class DecimalCodec : JsonCodec<decimal>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    internal DecimalCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "Decimal";

    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number : throw JsonErrors.OutOfRange(ref reader, "decimal");
            case JsonTokenType.String:
                var text = JsonText.Unescape(ref reader);
                return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value)
                    ? value
                    : throw JsonErrors.Malformed(ref reader, "decimal");
            default:
                throw JsonErrors.Expected(ref reader, "a decimal number as text");
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonAudience audience)
    {
        Span<char> text = stackalloc char[40];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
