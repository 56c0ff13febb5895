using System.Globalization;
using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>Reads points in time: ISO-8601 with any offset, without one as UTC, or milliseconds since 1970.</summary>
internal static class Instant
{
    private const long LeastMilliseconds = -62_135_596_800_000;
    private const long GreatestMilliseconds = 253_402_300_799_999;

    // Beside the forms that the JSON reader knows: a blank instead of the T, offsets without colon or minutes.
    private static readonly string[] OtherForms =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzz", "yyyy-MM-dd HH:mm",
    ];

    public static DateTimeOffset Read(ref Utf8JsonReader reader, string type)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(WholeNumber.Read(ref reader, LeastMilliseconds, GreatestMilliseconds, type));
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonErrors.Expected(ref reader, $"an ISO-8601 time ({type})");
        }

        // GetDateTime tells whether there was an offset; GetDateTimeOffset would silently put the machine's own in its place.
        if (reader.TryGetDateTime(out var time))
        {
            return time.Kind == DateTimeKind.Local && reader.TryGetDateTimeOffset(out var exact)
                ? exact
                : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
        }

        return DateTimeOffset.TryParseExact(
            JsonText.Unescape(ref reader), OtherForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other)
            ? other
            : throw JsonErrors.Malformed(ref reader, type);
    }
}
