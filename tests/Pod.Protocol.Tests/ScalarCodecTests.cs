using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Pod.Protocol.Tests;

public sealed class ScalarCodecTests
{
    [Fact]
    public void Scalars_have_the_exact_forms_of_the_wire_and_come_back()
    {
        Check(PodJson.Boolean, true, "true");
        Check(PodJson.Int16, (short)-7, "-7");
        Check(PodJson.Int32, int.MaxValue, "2147483647");
        Check(PodJson.Int64, long.MinValue, "-9223372036854775808");
        Check(PodJson.Single, 1.5f, "1.5");
        Check(PodJson.Double, 0.1, "0.1");
        Check(PodJson.Decimal, 79228162514264337593543950335m, "\"79228162514264337593543950335\"");
        Check(PodJson.Decimal, -1.10m, "\"-1.10\"");
        Check(PodJson.String, "it's \"ü\" <b>+", """
            "it's \"ü\" <b>+"
            """);
        Check(PodJson.DateTime, Utc("2026-01-31T08:00:00Z"), "\"2026-01-31T08:00:00.000Z\"");
        Check(PodJson.DateTime, Utc("2026-01-31T08:00:00Z").AddTicks(1230), "\"2026-01-31T08:00:00.000123Z\"");
        Check(PodJson.DateTimeOffset, new DateTimeOffset(2026, 1, 31, 9, 0, 0, TimeSpan.FromMinutes(-150)), "\"2026-01-31T09:00:00.000-02:30\"");
        Check(PodJson.DateOnly, new DateOnly(1, 2, 3), "\"0001-02-03\"");
        Check(PodJson.TimeOnly, new TimeOnly(23, 59, 58, 7), "\"23:59:58.007\"");
        Check(PodJson.TimeSpan, TimeSpan.FromSeconds(-1.5), "-1500");
        Check(PodJson.Guid, Guid.Parse("9B2F1A1C-0000-4000-8000-0123456789AB"), "\"9b2f1a1c-0000-4000-8000-0123456789ab\"");
        Check(PodJson.Uri, new Uri("/a b?c", UriKind.RelativeOrAbsolute), "\"/a b?c\"");
        Check(PodJson.BigInteger, BigInteger.Pow(10, 30), "\"1000000000000000000000000000000\"");
        Assert.Equal("\"decode('AQL7', 'base64')\"", PodJson.ToText(PodJson.Bytes, [1, 2, 251], JsonAudience.Visible));
    }

    [Theory]
    [InlineData("\"2026-01-31T08:00:00+02:00\"", "2026-01-31T06:00:00Z")]
    [InlineData("\"2026-01-31T08:00:00\"", "2026-01-31T08:00:00Z")]
    [InlineData("\"2026-01-31\"", "2026-01-31T00:00:00Z")]
    [InlineData("\"2026-01-31 08:00:00.5Z\"", "2026-01-31T08:00:00.5Z")]
    [InlineData("\"2026-01-31 08:00:00+01\"", "2026-01-31T07:00:00Z")]
    [InlineData("1769846400000", "2026-01-31T08:00:00Z")]
    public void Times_are_read_leniently_and_become_utc(string json, string expected)
    {
        var value = PodJson.Decode(PodJson.DateTime, json, JsonAudience.Visible);
        Assert.Equal(Utc(expected), value);
        Assert.Equal(DateTimeKind.Utc, value.Kind);
    }

    [Fact]
    public void Other_lenient_forms_are_read()
    {
        Assert.True(PodJson.Decode(PodJson.Boolean, "1", JsonAudience.Visible));
        Assert.False(PodJson.Decode(PodJson.Boolean, "0", JsonAudience.Visible));
        Assert.Equal(3, PodJson.Decode(PodJson.Int32, "3.0", JsonAudience.Visible));
        Assert.Equal(3000, PodJson.Decode(PodJson.Int64, "3e3", JsonAudience.Visible));
        Assert.Equal(3.0, PodJson.Decode(PodJson.Double, "3", JsonAudience.Visible));
        Assert.Equal(1.25m, PodJson.Decode(PodJson.Decimal, "1.25", JsonAudience.Visible));
        Assert.Equal(new BigInteger(12), PodJson.Decode(PodJson.BigInteger, "12", JsonAudience.Visible));
        Assert.Equal(TimeSpan.FromMicroseconds(1500), PodJson.Decode(PodJson.TimeSpan, "1.5", JsonAudience.Visible));
        Assert.Equal([1, 2, 251], PodJson.Decode(PodJson.Bytes, "\"AQL7\"", JsonAudience.Visible));
        Assert.Equal([251, 255], PodJson.Decode(PodJson.Bytes, "\"decode(\\u0027\\u002B/8=\\u0027, \\u0027base64\\u0027)\"", JsonAudience.Visible));
        Assert.Equal(Guid.Parse("9b2f1a1c-0000-4000-8000-0123456789ab"), PodJson.Decode(PodJson.Guid, "\"{9B2F1A1C-0000-4000-8000-0123456789AB}\"", JsonAudience.Visible));
        Assert.Equal(new TimeOnly(8, 30), PodJson.Decode(PodJson.TimeOnly, "\"08:30\"", JsonAudience.Visible));
    }

    [Fact]
    public void What_does_not_fit_is_refused_without_repeating_it()
    {
        Refuse(PodJson.Boolean, "2", "Expected true or false");
        Refuse(PodJson.Int16, "40000", "out of range for short");
        Refuse(PodJson.Int32, "2147483648", "out of range for int");
        Refuse(PodJson.Int32, "1.5", "a fraction");
        Refuse(PodJson.Int64, "1e300", "out of range for long");
        Refuse(PodJson.Int64, "\"1\"", "found a string");
        Refuse(PodJson.Double, "1e999", "out of range for double");
        Refuse(PodJson.Decimal, "\"secret\"", "not a valid decimal");
        Refuse(PodJson.String, "null", "found null");
        Refuse(PodJson.String, "\"\\ud800\"", "not valid Unicode");
        Refuse(PodJson.DateTime, "\"secret\"", "not a valid DateTime");
        Refuse(PodJson.DateTime, "99999999999999999", "out of range");
        Refuse(PodJson.TimeSpan, "99999999999999999", "out of range");
        Refuse(PodJson.DateOnly, "\"2026-02-30\"", "not a valid date");
        Refuse(PodJson.Guid, "\"secret\"", "not a valid Guid");
        Refuse(PodJson.Bytes, "\"secret!\"", "not a valid base64");
        Refuse(PodJson.BigInteger, $"\"{new string('9', 9000)}\"", "out of range");
    }

    [Fact]
    public void Values_that_json_cannot_carry_are_refused_on_write()
    {
        Assert.Throws<ArgumentException>(() => PodJson.Encode(PodJson.Double, double.NaN, JsonAudience.Visible));
        Assert.Throws<ArgumentException>(() => PodJson.Encode(PodJson.Single, float.PositiveInfinity, JsonAudience.Visible));
        Assert.Throws<ArgumentException>(() => PodJson.Encode(PodJson.DateTime, new DateTime(2026, 1, 1), JsonAudience.Visible));
        Assert.Equal("1", PodJson.ToText(PodJson.Int32, 1, JsonAudience.Visible));
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    private static void Check<T>(JsonCodec<T> codec, T value, [StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        Assert.Equal(json, PodJson.ToText(codec, value, JsonAudience.Everything));
        Assert.Equal(value, PodJson.Decode(codec, json, JsonAudience.Visible));
        Assert.Equal(value, PodJson.Decode(codec, PodJson.Encode(codec, value, JsonAudience.Visible), JsonAudience.Visible));
    }

    private static void Refuse<T>(JsonCodec<T> codec, string json, string text)
    {
        var failure = Assert.Throws<PodJsonException>(() => PodJson.Decode(codec, json, JsonAudience.Visible));
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("$: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }
}
