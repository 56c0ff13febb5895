using Pod.Protocol.Tests.Model;

namespace Pod.Protocol.Tests.Types;

public sealed class RecordTests
{
    private static readonly RecordCodec<(int, string? Note)> Mixed = PodJson.Record<(int, string? Note)>()
        .Positional(PodJson.Int32, static (ref r) => ref r.Item1)
        .Named("note", PodJson.OrNull(PodJson.String), static (ref r) => ref r.Item2);

    private static readonly RecordCodec<(double? A, (int, string? Note) Inner)> Nested = PodJson.Record<(double? A, (int, string? Note) Inner)>()
        .Named("a", PodJson.Nullable(PodJson.Double), static (ref r) => ref r.Item1)
        .Named("inner", Mixed, static (ref r) => ref r.Item2);

    private static readonly RecordCodec<ValueTuple<Node>> Single = PodJson.Record<ValueTuple<Node>>()
        .Positional(PodJson.Model<Node>(), static (ref r) => ref r.Item1);

    private static readonly RecordCodec<(int, int, int, int, int, int, int, int?, string Name)> Long =
        PodJson.Record<(int, int, int, int, int, int, int, int?, string Name)>()
            .Positional(PodJson.Int32, static (ref r) => ref r.Item1)
            .Positional(PodJson.Int32, static (ref r) => ref r.Item2)
            .Positional(PodJson.Int32, static (ref r) => ref r.Item3)
            .Positional(PodJson.Int32, static (ref r) => ref r.Item4)
            .Positional(PodJson.Int32, static (ref r) => ref r.Item5)
            .Positional(PodJson.Int32, static (ref r) => ref r.Item6)
            .Positional(PodJson.Int32, static (ref r) => ref r.Item7)
            .Positional(PodJson.Nullable(PodJson.Int32), static (ref r) => ref r.Item8)
            .Named("name", PodJson.String, static (ref r) => ref r.Item9);

    [Fact]
    public void Positional_elements_are_an_array_and_named_ones_an_object()
    {
        Check(Mixed, (1, "x"), """{"p":[1],"n":{"note":"x"}}""");
        Check(Mixed, (1, null), """{"p":[1],"n":{}}""");
        Check(Nested, (1.5, (2, "y")), """{"n":{"a":1.5,"inner":{"p":[2],"n":{"note":"y"}}}}""");
        Check(Long, (1, 2, 3, 4, 5, 6, 7, null, "z"), """{"p":[1,2,3,4,5,6,7,null],"n":{"name":"z"}}""");
        Check(PodJson.Nullable(Mixed), null, "null");
        Assert.Equal("({double? a,(int,{String? note}) inner})", Nested.WireName);
    }

    [Theory]
    [InlineData("""{"n":{"note":"x"},"p":[1]}""", "x")]
    [InlineData("""{"x":[],"p":[1,"more"],"n":{"more":{},"note":"x"}}""", "x")]
    [InlineData("""{"p":[1]}""", null)]
    [InlineData("""{"p":[1],"n":null}""", null)]
    [InlineData("""{"p":[1],"n":{"note":null}}""", null)]
    public void Order_does_not_matter_and_absent_reads_as_null(string json, string? note)
        => Assert.Equal((1, note), PodJson.Decode(Mixed, json, JsonAudience.Visible));

    [Theory]
    [InlineData("""{}""", "$")]
    [InlineData("""{"p":[]}""", "$")]
    [InlineData("""{"p":[null]}""", "$.p[0]")]
    [InlineData("""{"p":["1"]}""", "$.p[0]")]
    [InlineData("""{"p":{}}""", "$.p")]
    [InlineData("""{"p":[1],"n":{"note":5}}""", "$.n.note")]
    [InlineData("""[1]""", "$")]
    public void Failures_name_the_path(string json, string path)
        => Assert.Equal(path, Assert.Throws<PodJsonException>(() => PodJson.Decode(Mixed, json, JsonAudience.Visible)).Path);

    [Fact]
    public void A_missing_named_element_is_named()
    {
        var failure = Assert.Throws<PodJsonException>(() => PodJson.Decode(Nested, "{}", JsonAudience.Visible));
        Assert.Contains("'inner'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_members_stay_hidden_inside_records()
    {
        var record = new ValueTuple<Node>(new Node { Name = "a", Secret = "s" });
        Assert.Equal("""{"p":[{"__className__":"Node","name":"a"}]}""", PodJson.ToText(Single, record, JsonAudience.Visible));
        Assert.Null(PodJson.Decode(Single, """{"p":[{"name":"a","secret":"s"}]}""", JsonAudience.Visible).Item1.Secret);
        Assert.Equal("s", PodJson.Decode(Single, """{"p":[{"name":"a","secret":"s"}]}""", JsonAudience.Everything).Item1.Secret);
    }

    [Fact]
    public void Copies_are_deep()
    {
        (int, (Node Node, List<byte[]> Blobs) Inner) original = (1, (new Node { Name = "a" }, [[1]]));

        var copy = ModelCopy.Record(original, static r => (
            r.Item1,
            ModelCopy.Record(r.Item2, static r => (ModelCopy.Model(r.Item1), ModelCopy.List(r.Item2, static item => ModelCopy.Bytes(item))))));
        copy.Inner.Node.Name = "b";
        copy.Inner.Blobs[0][0] = 2;

        Assert.Equal(("a", 1), (original.Inner.Node.Name, original.Inner.Blobs[0][0]));
        (int, Node)? nothing = null;
        Assert.Null(ModelCopy.Record(nothing, static r => (r.Item1, ModelCopy.Model(r.Item2))));
    }

    private static void Check<T>(JsonCodec<T> codec, T value, string json)
    {
        Assert.Equal(json, PodJson.ToText(codec, value, JsonAudience.Visible));
        Assert.Equal(value, PodJson.Decode(codec, json, JsonAudience.Visible));
    }
}
