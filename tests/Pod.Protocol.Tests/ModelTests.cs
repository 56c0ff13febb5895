using System.Text;
using System.Text.Json;
using Pod.Protocol.Serialization;
using Pod.Protocol.Tests.Model;

namespace Pod.Protocol.Tests;

public sealed class ModelTests
{
    private static readonly ModelRegistry Models = new([ModelType.Of<Node>(), ModelType.Of<Leaf>(), ModelType.Of<OutOfStock>()]);

    [Fact]
    public void A_model_is_an_object_with_its_class_name_first_and_hidden_members_stay_home()
    {
        var node = new Node { Name = "a", Secret = "s", Tags = ["x", null] };
        Assert.Equal("""{"__className__":"Node","name":"a","secret":"s","tags":["x",null]}""",
            PodJson.ToText(PodJson.Model<Node>(), node, JsonAudience.Everything));
        Assert.Equal("""{"__className__":"Node","name":"a","tags":["x",null]}""",
            PodJson.ToText(PodJson.Model<Node>(), node, JsonAudience.Visible));
    }

    [Fact]
    public void Hidden_members_are_read_from_everybody_but_clients()
    {
        const string Json = """[{"name":"a","secret":{"any":"thing"},"children":[{"name":"b","secret":"s"}]}]""";
        var sent = PodJson.Decode(PodJson.List(PodJson.Model<Node>()), Json, JsonAudience.Visible)[0];
        Assert.Equal((null, null, "b"), (sent.Secret, sent.Children![0].Secret, sent.Children[0].Name));
        Assert.Throws<PodJsonException>(() => PodJson.Decode(PodJson.List(PodJson.Model<Node>()), Json, JsonAudience.Everything));
        Assert.Equal("s", PodJson.Decode(PodJson.Model<Node>(), """{"name":"b","secret":"s"}""", JsonAudience.Everything).Secret);
    }

    [Fact]
    public void Descendants_come_back_as_themselves_and_unknown_ones_as_declared()
    {
        var nodes = PodJson.Decode(PodJson.List(PodJson.Model<Node>()), """
            [{"data":"AQI=","name":"l","__className__":"Leaf"},{"__className__":"Bush","name":"b","twigs":[{"x":1}]},{"name":"n"}]
            """, JsonAudience.Visible);
        Assert.Equal([1, 2], Assert.IsType<Leaf>(nodes[0]).Data);
        Assert.IsType<Node>(nodes[1]);
        Assert.Equal("n", nodes[2].Name);
        Assert.Contains("\"__className__\":\"Leaf\"", PodJson.ToText(PodJson.List(PodJson.Model<Node>()), nodes, JsonAudience.Visible), StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_name_the_path()
    {
        Assert.Equal("$.children[1].name", Fail("""{"name":"a","children":[{"name":"b"},{"tags":[]}]}""").Path);
        Assert.Equal("$.children[0].children[0].tags[1]", Fail("""{"name":"a","children":[{"name":"b","children":[{"name":"c","tags":["", 5]}]}]}""").Path);
        Assert.Equal("$.children[0]", Fail("""{"name":"a","children":[7]}""").Path);
        Assert.Equal("$", Fail("[]").Path);
        Assert.Equal("$.input.name", Assert.Throws<PodJsonException>(() => PodJson.Decode(PodJson.Model<Node>(), "{}"u8, "$.input", JsonAudience.Visible)).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"name\":\"a\"")]
    [InlineData("{\"name\":\"secret}")]
    [InlineData("{\"name\":secret}")]
    [InlineData("{\"name\":\"a\"} x")]
    [InlineData("{\"name\":\"a\",\"tags\":[1,]}")]
    [InlineData("{\"\\ud800\":1}")]
    public void Malformed_documents_are_refused_with_a_position(string json)
    {
        var failure = Fail(json);
        Assert.NotNull(failure.Path);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_may_be_64_levels_deep_and_no_deeper()
    {
        Assert.Equal("x", PodJson.Decode(PodJson.Model<Node>(), $$"""{"name":"x","y":{{Nested(63)}}}""", JsonAudience.Visible).Name);
        Assert.Contains("deeper than 64", Fail($$"""{"name":"x","y":{{Nested(64)}}}""").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_utf8_is_refused()
    {
        byte[] json = [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.Equal("$.name", Assert.Throws<PodJsonException>(() => PodJson.Decode(PodJson.Model<Node>(), json, JsonAudience.Visible)).Path);
    }

    [Fact]
    public void The_last_of_repeated_members_wins()
        => Assert.Equal("b", PodJson.Decode(PodJson.Model<Node>(), """{"name":"a","name":"b"}""", JsonAudience.Visible).Name);

    [Fact]
    public void Random_changes_of_a_document_never_break_the_decoder()
    {
        var random = new Random(7);
        var original = Encoding.UTF8.GetBytes("""{"__className__":"Node","name":"aü\n","tags":["x",null],"children":[{"__className__":"Leaf","name":"l","data":"AQI="}]}""");
        for (var round = 0; round < 20_000; round++)
        {
            var json = (byte[])original.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                json[random.Next(json.Length)] = (byte)random.Next(256);
            }

            try
            {
                PodJson.Decode(PodJson.Model<Node>(), json.AsSpan(0, random.Next(json.Length - 20, json.Length + 1)), JsonAudience.Visible);
            }
            catch (PodJsonException e)
            {
                Assert.NotNull(e.Path);
            }
        }
    }

    [Fact]
    public void Copies_are_deep_and_circles_stay_circles()
    {
        var root = new Node { Name = "root", Tags = ["t"], Children = [new Leaf { Name = "leaf", Data = [1] }, new Node()] };
        root.Children[0].Parent = root;
        var copy = root with { Name = "copy" };
        Assert.Equal("copy", copy.Name);
        Assert.NotSame(root.Tags, copy.Tags);
        Assert.NotSame(root.Children[0], copy.Children![0]);
        Assert.Same(copy, copy.Children[0].Parent);
        Assert.NotSame(((Leaf)root.Children[0]).Data, Assert.IsType<Leaf>(copy.Children[0]).Data);
        Assert.NotSame(copy, root with { });
    }

    [Fact]
    public void Exceptions_describe_themselves()
    {
        Assert.Equal("""OutOfStock(article: "A-7", left: 0)""", new OutOfStock { Article = "A-7" }.Message);
        Assert.Equal("none left", new OutOfStock { Article = "A-7", Note = "none left" }.Message);
        var thrown = Assert.Throws<OutOfStock>(void () => throw new OutOfStock { Article = "A-7", Note = "none left" });
        Assert.StartsWith("""OutOfStock(article: "A-7", left: 0, message: "none left")""" + Environment.NewLine + "   at ", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tagged_values_name_the_type_of_the_value()
    {
        Assert.Equal("""{"className":"String","data":"hi"}""", Tag(PodJson.String, "hi"));
        Assert.Equal("""{"className":"null","data":null}""", Tag(PodJson.Nullable(PodJson.Int32), null));
        Assert.Equal("""{"className":"int","data":5}""", Tag(PodJson.Nullable(PodJson.Int32), 5));
        Assert.Equal("""{"className":"List<Node>","data":[]}""", Tag(PodJson.List(PodJson.Model<Node>()), []));
        Assert.Equal("""{"className":"Leaf","data":{"__className__":"Leaf","name":"l"}}""", Tag(PodJson.Model<Node>(), new Leaf { Name = "l" }));
    }

    [Fact]
    public void Tagged_values_are_read_as_what_they_say_they_are()
    {
        Assert.Equal("hi", Untag(PodJson.String, """{"data":"hi","x":{},"className":"String"}"""));
        Assert.Null(Untag(PodJson.OrNull(PodJson.String), """{"className":"null","data":null}"""));
        Assert.IsType<Leaf>(Untag(PodJson.Model<Node>(), """{"className":"Leaf","data":{"name":"l"}}"""));
        Assert.IsType<Node>(Untag(PodJson.Model<Node>(), """{"className":"Bush","data":{"name":"l"}}"""));
        Assert.Throws<PodJsonException>(() => Untag(PodJson.String, """{"className":"null","data":null}"""));
        Assert.Throws<PodJsonException>(() => Untag(PodJson.String, """{"data":"x"}"""));
    }

    [Fact]
    public void The_registry_decodes_what_it_knows()
    {
        var model = Models.Decode("""{"className":"OutOfStock","data":{"__className__":"OutOfStock","article":"A","left":2}}"""u8, JsonAudience.Visible);
        Assert.Equal(2, Assert.IsType<OutOfStock>(model).Left);
        Assert.Equal("$.data.left", Assert.Throws<PodJsonException>(
            () => Models.Decode("""{"className":"OutOfStock","data":{"article":"A"}}"""u8, JsonAudience.Visible)).Path);
        Assert.Throws<PodJsonException>(() => Models.Decode("""{"className":"Bush","data":{}}"""u8, JsonAudience.Visible));
        Assert.True(Models.Contains("Leaf"));
        Assert.True(Models.Contains("UuidValue"));
        Assert.False(Models.Contains("Bush"));
        Assert.False(Models.ContainsModel("UuidValue"));
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    private static PodJsonException Fail(string json)
        => Assert.Throws<PodJsonException>(() => PodJson.Decode(PodJson.Model<Node>(), json, JsonAudience.Visible));

    private static string Tag<T>(JsonCodec<T> codec, T value)
    {
        using var buffer = PodJsonBuffer.Rent();
        PodJson.WriteTagged(buffer.Writer, codec, value);
        return Encoding.UTF8.GetString(buffer.WrittenMemory.Span);
    }

    private static T Untag<T>(JsonCodec<T> codec, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var value = PodJson.ReadTagged(ref reader, codec, Models, JsonAudience.Visible);
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        return value;
    }
}
