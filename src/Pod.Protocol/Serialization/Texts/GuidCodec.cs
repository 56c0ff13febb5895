using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Guids, in lower case with hyphens; every standard text form is read.</summary>
public sealed class GuidCodec : JsonCodec<Guid>
{
    internal GuidCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "UuidValue";

    /// <inheritdoc/>
    public override Guid Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonErrors.Expected(ref reader, "a string (Guid)");
        }

        return reader.TryGetGuid(out var value) || Guid.TryParse(JsonText.Unescape(ref reader), out value)
            ? value
            : throw JsonErrors.Malformed(ref reader, "Guid");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Guid value, JsonAudience audience) => writer.WriteStringValue(value);
}
