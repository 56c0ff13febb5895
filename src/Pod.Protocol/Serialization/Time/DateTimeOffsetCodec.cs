using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Points in time with their offset, such as <c>2026-01-31T09:00:00.000+01:00</c>.</summary>
public sealed class DateTimeOffsetCodec : JsonCodec<DateTimeOffset>
{
    internal DateTimeOffsetCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "DateTimeOffset";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, JsonAudience audience) => Instant.Read(ref reader, "DateTimeOffset");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonAudience audience)
    {
        Span<byte> text = stackalloc byte[IsoTime.LongestDateTime];
        var length = IsoTime.WriteDateTime(text, value.DateTime);
        length += IsoTime.WriteOffset(text[length..], value.Offset);
        writer.WriteStringValue(text[..length]);
    }
}
