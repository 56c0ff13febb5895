using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Points in time as UTC, such as <c>2026-01-31T08:00:00.000Z</c>; any offset and milliseconds since 1970 are read.</summary>
public sealed class DateTimeCodec : JsonCodec<DateTime>
{
    internal DateTimeCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "DateTime";

    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, JsonAudience audience) => Instant.Read(ref reader, "DateTime").UtcDateTime;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonAudience audience)
    {
        if (value.Kind == DateTimeKind.Unspecified)
        {
            throw new ArgumentException("The DateTime says neither UTC nor local; give it DateTimeKind.Utc.", nameof(value));
        }

        Span<byte> text = stackalloc byte[IsoTime.LongestDateTime];
        var length = IsoTime.WriteDateTime(text, value.ToUniversalTime());
        text[length] = (byte)'Z';
        writer.WriteStringValue(text[..(length + 1)]);
    }
}
