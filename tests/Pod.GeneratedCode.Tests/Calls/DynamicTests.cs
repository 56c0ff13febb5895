using Pod.Protocol;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Calls;

public sealed class DynamicTests
{
    [Fact]
    public void Every_kind_of_value_survives()
    {
        object?[] values =
        [
            null, true, 7L, 1.5, "text", 2.5m, new DateOnly(2026, 1, 31), new Uri("https://example.com"), new Vector(1, 2), Mood.InBetween, Level.High,
            new Fact { Value = new List<object?> { 1L, null } }, new List<object?> { "a", null }, new HashSet<object?> { 1L },
            new Dictionary<string, object?> { ["k"] = Mood.Sad }, new Dictionary<object, object?> { [1L] = "one" },
        ];

        var copy = Anything.FromJson((Sample() with { List = [.. values], Value = values[^1] }).ToJson());

        Assert.Equal(values.Length, copy.List.Count);
        Assert.All(values.Zip(copy.List), static pair => Assert.Equal(pair.First, pair.Second, ModelEquality.Dynamic));
        Assert.Equal(values[^1], copy.Value, ModelEquality.Dynamic);
    }

    [Fact]
    public void A_null_member_is_left_out_and_reads_as_null()
    {
        var json = (Sample() with { Value = null }).ToJson();

        Assert.DoesNotContain("\"value\"", json, StringComparison.Ordinal);
        Assert.Null(Anything.FromJson(json).Value);
    }

    [Fact]
    public void Clients_see_neither_hidden_members_nor_hidden_types()
    {
        var value = Sample() with { Secret = "s" };

        Assert.DoesNotContain("secret", value.ToJsonForProtocol(), StringComparison.Ordinal);
        Assert.Equal("s", Anything.FromJson(value.ToJson()).Secret);
        Assert.Throws<ArgumentException>(() => (Sample() with { Value = new SecretNote { Text = "t" } }).ToJsonForProtocol());
        Assert.Throws<ArgumentException>(() => (Sample() with { Value = HiddenMood.Gloomy }).ToJsonForProtocol());
        Assert.Equal(HiddenMood.Gloomy, Anything.FromJson((Sample() with { Value = HiddenMood.Gloomy }).ToJson()).Value);
    }

    [Fact]
    public void A_copy_shares_nothing_that_can_change()
    {
        var list = new List<object?> { new byte[] { 1 }, new Place { Name = "p" } };
        var value = Sample() with { Value = list, Pair = (list, "n") };

        var copy = value with { };

        var copied = Assert.IsType<List<object?>>(copy.Value);
        Assert.NotSame(list, copied);
        Assert.NotSame(list[0], copied[0]);
        Assert.NotSame(list[1], copied[1]);
        Assert.NotSame(copy.Pair!.Value.Item1, value.Pair!.Value.Item1);
        Assert.Equal(value.ToJson(), copy.ToJson());
    }

    [Fact]
    public void Immutable_models_compare_what_is_in_them()
    {
        static Fact Make(object? last) => new()
        {
            Value = new Dictionary<string, object?> { ["a"] = new byte[] { 1 }, ["b"] = new List<object?> { new HashSet<object?> { 1L, "x" }, last } },
        };

        Assert.Equal(Make("z"), Make("z"));
        Assert.Equal(Make("z").GetHashCode(), Make("z").GetHashCode());
        Assert.Equal(Make(Make(null)), Make(Make(null)));
        Assert.NotEqual(Make("z"), Make("y"));
        Assert.NotEqual(Make(null), Make("z"));
        Assert.NotEqual(Make(1L), Make("1"));
        Assert.Equal(new Fact(), new Fact { Value = null });
    }

    private static Anything Sample() => new() { Must = 1L, List = [], Names = [] };
}
