using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Floating point numbers of type <see cref="double"/>. JSON has no form for NaN and infinities.</summary>
public sealed class DoubleCodec : JsonCodec<double>
{
    internal DoubleCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "double";

    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw JsonErrors.Expected(ref reader, "a number (double)");
        }

        return reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw JsonErrors.OutOfRange(ref reader, "double");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonAudience audience)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no form for NaN and infinities; use a nullable field or check the value first.", nameof(value));
        }

        writer.WriteNumberValue(value);
    }
}
