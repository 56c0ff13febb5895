using System.Numerics;
using Pod.Protocol.Tests.Model;

namespace Pod.Protocol.Tests.Types;

public sealed class DynamicTests
{
    private static readonly ModelRegistry Models = new(
    [
        ModelType.Of<Node>(), ModelType.Of<Leaf>(), ModelType.ServerOnly<OutOfStock>(),
        ModelType.OfEnum(PodJson.EnumByName<Level>("Level", ["low", "very_high"])),
    ]);

    private static readonly DynamicOrNullCodec Codec = PodJson.DynamicOrNull(static () => Models);

    [Fact]
    public void Scalars_come_back()
    {
        Check(null, """{"className":"null","data":null}""");
        Check(true, """{"className":"bool","data":true}""");
        Check(5L, """{"className":"int","data":5}""");
        Check(1.5, """{"className":"double","data":1.5}""");
        Check("x", """{"className":"String","data":"x"}""");
        Check(new DateTime(2026, 1, 31, 8, 0, 0, DateTimeKind.Utc), """{"className":"DateTime","data":"2026-01-31T08:00:00.000Z"}""");
        Check(TimeSpan.FromSeconds(1), """{"className":"Duration","data":1000}""");
        Check(Guid.Empty, """{"className":"UuidValue","data":"00000000-0000-0000-0000-000000000000"}""");
        Check(new byte[] { 1 }, """{"className":"ByteData","data":"decode('AQ==', 'base64')"}""");
        Check(new Uri("https://example.com"), """{"className":"Uri","data":"https://example.com"}""");
        Check(BigInteger.One, """{"className":"BigInt","data":"1"}""");
        Check(1.10m, """{"className":"Decimal","data":"1.10"}""");
        Check(new DateOnly(2026, 1, 31), """{"className":"DateOnly","data":"2026-01-31"}""");
        Check(new Vector(1, 2), """{"className":"Vector","data":[1,2]}""");
        Check(new Bit("01"), """{"className":"Bit","data":"01"}""");
        Check(Level.VeryHigh, """{"className":"Level","data":"very_high"}""");
        Assert.Equal("""{"className":"int","data":5}""", Text((short)5));
        Assert.Equal("""{"className":"double","data":0.5}""", Text(0.5f));
    }

    [Fact]
    public void Collections_hold_values_of_any_type()
    {
        Check(new List<object?> { 1L, null }, """{"className":"List<dynamic>","data":[{"className":"int","data":1},{"className":"null","data":null}]}""");
        Check(new HashSet<object?> { "a" }, """{"className":"Set<dynamic>","data":[{"className":"String","data":"a"}]}""");
        Check(new Dictionary<string, object?> { ["k"] = true }, """{"className":"Map<String,dynamic>","data":{"k":{"className":"bool","data":true}}}""");
        Check(
            new Dictionary<object, object?> { [1L] = "a" },
            """{"className":"Map<dynamic,dynamic>","data":[{"k":{"className":"int","data":1},"v":{"className":"String","data":"a"}}]}""");
    }

    [Fact]
    public void Collections_of_one_type_are_read()
    {
        Assert.Equal(new List<object?> { 1L, 2L }, Read("""{"className":"List<int>","data":[1,2]}"""));
        Assert.Equal(new List<object?> { 1L, null }, Read("""{"className":"List< int? >","data":[1,null]}"""));
        Assert.Equal(["a"], (HashSet<object?>?)Read("""{"className":"Set<String>","data":["a","a"]}"""));
        Assert.Equal(new Dictionary<object, object?> { [1L] = "a" }, Read("""{"className":"Map<int,String>","data":[{"k":1,"v":"a"}]}"""));
        var nodes = (Dictionary<string, object?>)Read("""{"className":"Map<String,List<Node>>","data":{"a":[{"name":"x"}]}}""")!;
        Assert.Equal("x", Assert.IsType<Node>(Assert.IsType<List<object?>>(nodes["a"])[0]).Name);
    }

    [Fact]
    public void Models_come_back_as_themselves_without_what_clients_must_not_see()
    {
        Assert.Equal(
            """{"className":"Leaf","data":{"__className__":"Leaf","name":"l"}}""", Text(new Leaf { Name = "l", Secret = "s" }));
        Assert.IsType<Leaf>(Read("""{"className":"Leaf","data":{"name":"l"}}"""));
        const string Json = """{"className":"Node","data":{"name":"l","secret":"s"}}""";
        Assert.Null(((Node)Read(Json)!).Secret);
        Assert.Equal("s", ((Node)PodJson.Decode(Codec, Json, JsonAudience.Everything)!).Secret);
    }

    [Fact]
    public void Models_of_the_server_neither_leave_nor_enter_it()
    {
        var model = new OutOfStock { Article = "a" };
        var json = PodJson.ToText(Codec, model, JsonAudience.Everything);
        Assert.IsType<OutOfStock>(PodJson.Decode(Codec, json, JsonAudience.Everything));
        Assert.Throws<ArgumentException>(() => Text(model));
        Assert.Throws<PodJsonException>(() => Read(json));
    }

    [Theory]
    [InlineData("""{"className":"Bush","data":{}}""")]
    [InlineData("""{"className":"List","data":[]}""")]
    [InlineData("""{"className":"List<int","data":[]}""")]
    [InlineData("""{"className":"List<int>>","data":[]}""")]
    [InlineData("""{"className":"List<>","data":[]}""")]
    [InlineData("""{"className":"","data":[]}""")]
    [InlineData("""{"className":"Node<int>","data":{"name":"x"}}""")]
    [InlineData("""{"className":"int","data":null}""")]
    [InlineData("""{"className":"Map<int,int>","data":[{"v":1}]}""")]
    [InlineData("""5""")]
    public void What_is_not_known_is_refused(string json) => Assert.Throws<PodJsonException>(() => Read(json));

    [Fact]
    public void Deep_type_names_do_not_break_the_process()
        => Assert.Throws<PodJsonException>(() => Read($$"""{"className":"{{string.Concat(Enumerable.Repeat("List<", 100_000))}}","data":[]}"""));

    [Fact]
    public void Other_types_are_refused_with_what_is_allowed()
    {
        Assert.Contains("List<object?>", Assert.Throws<ArgumentException>(() => Text(new List<int>())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Text(DayOfWeek.Monday));
    }

    [Fact]
    public void Members_without_value_are_null_in_both_spellings()
    {
        var codec = PodJson.Dynamic(static () => Models);
        Assert.Null(PodJson.Decode(codec, """{"className":"null","data":null}""", JsonAudience.Visible));
        Assert.Null(Read("null"));
        Assert.Equal([null, 1L], PodJson.Decode(PodJson.List(Codec), """[null,{"className":"int","data":1}]""", JsonAudience.Visible));
    }

    [Fact]
    public void Copies_are_deep()
    {
        var node = new Node { Name = "a" };
        var byName = new Dictionary<string, object?> { ["b"] = new byte[] { 1 } };
        var original = new List<object?> { node, byName, new Dictionary<object, object?> { ["x"] = node }, 5L };

        var copy = (List<object?>)ModelCopy.Dynamic(original);
        ((Node)copy[0]!).Name = "b";
        ((byte[])((Dictionary<string, object?>)copy[1]!)["b"]!)[0] = 2;

        Assert.Equal("a", node.Name);
        Assert.Equal(1, ((byte[])byName["b"]!)[0]);
        Assert.Equal(5L, copy[3]);
        Assert.Null(ModelCopy.Dynamic(null));
    }

    private static void Check(object? value, string json)
    {
        Assert.Equal(json, Text(value));
        Assert.Equal(value, Read(json));
    }

    private static string Text(object? value) => PodJson.ToText(Codec, value, JsonAudience.Visible);

    private static object? Read(string json) => PodJson.Decode(Codec, json, JsonAudience.Visible);
}
