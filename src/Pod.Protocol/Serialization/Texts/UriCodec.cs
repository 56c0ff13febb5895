using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Addresses, absolute or relative.</summary>
public sealed class UriCodec : JsonCodec<Uri>
{
    internal UriCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "Uri";

    /// <inheritdoc/>
    public override Uri Read(ref Utf8JsonReader reader, JsonAudience audience)
        => Uri.TryCreate(JsonText.Read(ref reader, "Uri"), UriKind.RelativeOrAbsolute, out var value)
            ? value
            : throw JsonErrors.Malformed(ref reader, "Uri");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Uri value, JsonAudience audience) => writer.WriteStringValue(value.OriginalString);
}
