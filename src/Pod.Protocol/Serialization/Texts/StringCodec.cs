using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Texts.</summary>
public sealed class StringCodec : JsonCodec<string>
{
    internal StringCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "String";

    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, JsonAudience audience)
        => reader.TokenType == JsonTokenType.String ? JsonText.Unescape(ref reader) : throw JsonErrors.Expected(ref reader, "a string");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonAudience audience) => writer.WriteStringValue(value);
}
