using System.Globalization;
using System.Text.Json;

namespace Pod.Protocol.Tests.Types;

public sealed class CustomTypeTests
{
    [Fact]
    public void A_type_writes_and_reads_itself()
    {
        var value = new Range(1, 9);
        Assert.Equal("""{"from":1,"to":9}""", PodJson.ToText(PodJson.Custom<Range>(), value, JsonAudience.Visible));
        const string Json = """[{"from":1,"to":9},{"from":1,"to":9,"more":[1]}]""";
        Assert.Equal([value, value], PodJson.Decode(PodJson.List(PodJson.Custom<Range>()), Json, JsonAudience.Visible));
        Assert.Equal("Range", PodJson.Custom<Range>().WireName);
        Assert.Equal("money", PodJson.Custom<Money>().WireName);
        Assert.Null(PodJson.Decode(PodJson.OrNull(PodJson.Custom<Money>()), "null", JsonAudience.Visible));
    }

    [Theory]
    [InlineData("""[{"from":1,"to":"x"}]""", "$[0].to")]
    [InlineData("""[{"from":1,"to":2},5]""", "$[1]")]
    public void What_the_type_cannot_read_is_bad_json(string json, string path)
        => Assert.Equal(path, Assert.Throws<PodJsonException>(() => PodJson.Decode(PodJson.List(PodJson.Custom<Range>()), json, JsonAudience.Visible)).Path);

    [Fact]
    public void A_value_that_cannot_be_parsed_is_not_repeated()
    {
        var failure = Assert.Throws<PodJsonException>(() => PodJson.Decode(PodJson.Custom<Money>(), "\"secret EUR\"", JsonAudience.Visible));
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    private readonly record struct Range(int From, int To) : IPodJsonValue<Range>
    {
        // Stops in the middle of its object: what follows must still be read from the right place.
        public static Range ReadJson(ref Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new FormatException("No range.");
            }

            reader.Read();
            reader.Read();
            var from = reader.GetInt32();
            reader.Read();
            reader.Read();
            return new Range(from, reader.GetInt32());
        }

        public void WriteJson(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteNumber("from"u8, From);
            writer.WriteNumber("to"u8, To);
            writer.WriteEndObject();
        }
    }

    private sealed record Money(decimal Amount) : IPodJsonValue<Money>
    {
        public static string WireName => "money";

        public static Money ReadJson(ref Utf8JsonReader reader) => new(decimal.Parse(reader.GetString()!.Split(' ')[0], CultureInfo.InvariantCulture));

        public void WriteJson(Utf8JsonWriter writer) => writer.WriteStringValue(Amount.ToString(CultureInfo.InvariantCulture) + " EUR");
    }
}
