using Pod.Protocol.Tests.Model;

namespace Pod.Protocol.Tests;

public sealed class CollectionCodecTests
{
    private static readonly EnumCodec<Level> ByName = PodJson.EnumByName<Level>("Level", ["low", "very_high"]);

    [Fact]
    public void Lists_sets_and_both_forms_of_maps_round_trip()
    {
        var lists = PodJson.List(PodJson.List(PodJson.Nullable(PodJson.Int32)));
        Assert.Equal("List<List<int?>>", lists.WireName);
        Assert.Equal("[[1,null],[]]", Again(lists, "[[1,null],[]]"));

        Assert.Equal("[1,2]", Again(PodJson.Set(PodJson.Int64), "[1,2,1]"));

        var texts = PodJson.Map(PodJson.OrNull(PodJson.String));
        Assert.Equal("Map<String,String?>", texts.WireName);
        Assert.Equal("""{"a":"x","b":null}""", Again(texts, """{"a":"y","b":null,"a":"x"}"""));

        var others = PodJson.Map(ByName, PodJson.Nullable(PodJson.Boolean));
        Assert.Equal("Map<Level,bool?>", others.WireName);
        Assert.Equal("""[{"k":"low","v":true},{"k":"very_high","v":null}]""", Again(others, """[{"v":true,"k":"low"},{"k":"very_high","x":[1]}]"""));
    }

    [Fact]
    public void Nothing_but_the_declared_form_is_read()
    {
        Assert.Equal("$[1]", Fail(PodJson.List(PodJson.Int32), "[1,\"2\"]").Path);
        Assert.Equal("$[0][2]", Fail(PodJson.List(PodJson.List(PodJson.Int32)), "[[1,2,null]]").Path);
        Assert.Equal("$", Fail(PodJson.Set(PodJson.Int32), "{}").Path);
        Assert.Equal("$.b", Fail(PodJson.Map(PodJson.String), """{"a":"","b":null}""").Path);
        Assert.Equal("$['a b?']", Fail(PodJson.Map(PodJson.String), """{"a b'":1}""").Path);
        Assert.Equal("$[1].v", Fail(PodJson.Map(PodJson.Int32, PodJson.Int32), """[{"k":1,"v":1},{"k":2}]""").Path);
        Assert.Equal("$[0].k", Fail(PodJson.Map(PodJson.Int32, PodJson.Int32), """[{"v":2}]""").Path);
    }

    [Fact]
    public void Enums_by_name_keep_the_spelling_of_the_file()
    {
        Assert.Equal("\"very_high\"", PodJson.ToText(ByName, Level.VeryHigh, JsonAudience.Visible));
        Assert.Equal(Level.VeryHigh, PodJson.Decode(ByName, "\"very\\u005fhigh\"", JsonAudience.Visible));
        Assert.Equal("very_high", ByName.NameOf(Level.VeryHigh));
        Assert.Equal(Level.VeryHigh, ByName.FromName("very_high"));
        Assert.Throws<ArgumentException>(() => PodJson.Encode(ByName, (Level)7, JsonAudience.Visible));

        var failure = Fail(PodJson.List(ByName), "[\"medium\"]");
        Assert.Equal("$[0]: Unknown value of 'Level'; known are low, very_high.", failure.Message);

        var lenient = PodJson.EnumByName<Level>("Level", ["low", "very_high"], Level.Low);
        Assert.Equal(Level.Low, PodJson.Decode(lenient, "\"medium\"", JsonAudience.Visible));
        Assert.Equal(Level.Low, lenient.FromName("medium"));
    }

    [Fact]
    public void Enums_by_index_are_numbers()
    {
        var codec = PodJson.EnumByIndex<Level>("Level", 2);
        Assert.Equal("1", PodJson.ToText(codec, Level.VeryHigh, JsonAudience.Visible));
        Assert.Equal(Level.VeryHigh, PodJson.Decode(codec, "1", JsonAudience.Visible));
        Assert.Equal(Level.VeryHigh, codec.FromIndex(1));
        Assert.Contains("known are 0 to 1", Fail(codec, "2").Message, StringComparison.Ordinal);
        Assert.Contains("known are 0 to 1", Fail(codec, "4294967296").Message, StringComparison.Ordinal);
        Assert.Equal(Level.Low, PodJson.Decode(PodJson.EnumByIndex<Level>("Level", 2, Level.Low), "-1", JsonAudience.Visible));
    }

    private static string Again<T>(JsonCodec<T> codec, string json)
        => PodJson.ToText(codec, PodJson.Decode(codec, json, JsonAudience.Visible), JsonAudience.Everything);

    private static PodJsonException Fail<T>(JsonCodec<T> codec, string json)
        => Assert.Throws<PodJsonException>(() => PodJson.Decode(codec, json, JsonAudience.Visible));
}
