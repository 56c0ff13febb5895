using System.Globalization;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Times of day, such as <c>08:00:00.000</c>.</summary>
public sealed class TimeOnlyCodec : JsonCodec<TimeOnly>
{
    private static readonly string[] Forms = ["HH:mm:ss.FFFFFFF", "HH:mm"];

    internal TimeOnlyCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "TimeOnly";

    /// <inheritdoc/>
    public override TimeOnly Read(ref Utf8JsonReader reader, JsonAudience audience)
        => TimeOnly.TryParseExact(
            JsonText.Read(ref reader, "TimeOnly"), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw JsonErrors.Malformed(ref reader, "time of day (HH:mm:ss)");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonAudience audience)
    {
        Span<byte> text = stackalloc byte[15];
        writer.WriteStringValue(text[..IsoTime.WriteTime(text, value.Ticks)]);
    }
}
