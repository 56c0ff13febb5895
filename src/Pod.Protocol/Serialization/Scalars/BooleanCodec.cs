using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Booleans; 0 and 1 are read too.</summary>
public sealed class BooleanCodec : JsonCodec<bool>
{
    internal BooleanCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "bool";

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, JsonAudience audience) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt32(out var number) && (number is 0 or 1) => number == 1,
        _ => throw JsonErrors.Expected(ref reader, "true or false"),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool value, JsonAudience audience) => writer.WriteBooleanValue(value);
}
