using System.Globalization;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Dates, such as <c>2026-01-31</c>.</summary>
public sealed class DateOnlyCodec : JsonCodec<DateOnly>
{
    internal DateOnlyCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "DateOnly";

    /// <inheritdoc/>
    public override DateOnly Read(ref Utf8JsonReader reader, JsonAudience audience)
        => DateOnly.TryParseExact(
            JsonText.Read(ref reader, "DateOnly"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw JsonErrors.Malformed(ref reader, "date (yyyy-MM-dd)");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonAudience audience)
    {
        Span<byte> text = stackalloc byte[10];
        IsoTime.WriteDate(text, value.Year, value.Month, value.Day);
        writer.WriteStringValue(text);
    }
}
