using Pod.Protocol;
using Sample.Server;
using Sample.Values;

namespace Pod.GeneratedCode.Tests.Models;

public sealed class CustomTypeTests
{
    [Fact]
    public void Custom_types_write_and_read_themselves()
    {
        var offer = Sample();

        var copy = Offer.FromJson(offer.ToJson());

        Assert.Contains("\"price\":\"9.90 EUR\"", offer.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"color\":[1,2,3]", offer.ToJson(), StringComparison.Ordinal);
        Assert.Equal((offer.Price, offer.Color, offer.Discount, offer.Label, offer.Pair), (copy.Price, copy.Color, copy.Discount, copy.Label, copy.Pair));
        Assert.Equal(offer.Prices, copy.Prices);
        Assert.Equal((offer.Colors["red"], offer.Colors["none"]), (copy.Colors["red"], copy.Colors["none"]));
        Assert.Equal(offer.ByPrice, copy.ByPrice);
    }

    [Fact]
    public void Null_is_left_out_and_reads_as_null()
    {
        var offer = Sample() with { Discount = null, Label = null, Pair = null };

        Assert.DoesNotContain("discount", offer.ToJson(), StringComparison.Ordinal);
        Assert.Equal((null, null, null), (Offer.FromJson(offer.ToJson()).Discount, Offer.FromJson(offer.ToJson()).Label, Offer.FromJson(offer.ToJson()).Pair));
    }

    [Theory]
    [InlineData("\"9.90 EUR\"", "\"nothing\"")]
    [InlineData("\"9.90 EUR\"", "9.9")]
    [InlineData("[1,2,3]", "[1,2,300]")]
    [InlineData("[1,2,3]", "{}")]
    public void What_a_type_cannot_read_is_bad_json(string right, string wrong)
    {
        var json = Sample().ToJson();
        Assert.Contains(right, json, StringComparison.Ordinal);

        Assert.Throws<PodJsonException>(() => Offer.FromJson(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Immutable_models_compare_them_by_value()
    {
        Assert.Equal(new FixedPrice { Price = new Money(1, "EUR"), Color = new Colour(1, 2, 3) }, new FixedPrice { Price = new Money(1, "EUR"), Color = new Colour(1, 2, 3) });
        Assert.NotEqual(new FixedPrice { Price = new Money(1, "EUR") }, new FixedPrice { Price = new Money(1, "USD") });
    }

    [Fact]
    public void A_copy_has_lists_of_its_own()
    {
        var offer = Sample();

        var copy = offer with { };

        Assert.NotSame(offer.Prices, copy.Prices);
        Assert.Equal(offer.ToJson(), copy.ToJson());
    }

    private static Offer Sample() => new()
    {
        Price = new Money(9.90m, "EUR"),
        Discount = new Money(1, "EUR"),
        Color = new Colour(1, 2, 3),
        Label = new Colour(4, 5, 6),
        Prices = [new Money(2, "USD"), null],
        Colors = new() { ["red"] = new Colour(255, 0, 0), ["none"] = null },
        ByPrice = new() { [new Money(3, "EUR")] = 7 },
        Pair = (null, new Colour(7, 8, 9)),
    };
}
