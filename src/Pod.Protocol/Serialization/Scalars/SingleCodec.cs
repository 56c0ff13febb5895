using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Floating point numbers of type <see cref="float"/>. JSON has no form for NaN and infinities.</summary>
public sealed class SingleCodec : JsonCodec<float>
{
    internal SingleCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "double";

    /// <inheritdoc/>
    public override float Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw JsonErrors.Expected(ref reader, "a number (float)");
        }

        return reader.TryGetSingle(out var value) && float.IsFinite(value) ? value : throw JsonErrors.OutOfRange(ref reader, "float");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, float value, JsonAudience audience)
    {
        if (!float.IsFinite(value))
        {
            throw new ArgumentException("JSON has no form for NaN and infinities; use a nullable field or check the value first.", nameof(value));
        }

        writer.WriteNumberValue(value);
    }
}
