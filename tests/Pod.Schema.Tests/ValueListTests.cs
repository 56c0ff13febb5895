namespace Pod.Schema.Tests;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_compare_by_their_items()
    {
        ValueList<string> list = ["a", "b"];
        ValueList<string> same = ["a", "b"];
        ValueList<string> reversed = ["b", "a"];
        ValueList<string> empty = [];

        Assert.Equal(list, same);
        Assert.Equal(list.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(list, reversed);
        Assert.NotEqual(list, empty);
        Assert.False(list.Equals(null));
    }

    [Fact]
    public void A_list_keeps_what_it_was_made_from()
    {
        var source = new[] { 1, 2 };
        var list = source.ToValueList();
        source[0] = 9;

        Assert.Equal([1, 2], list);
        Assert.Equal((2, 1), (list.Count, list[0]));
    }
}
