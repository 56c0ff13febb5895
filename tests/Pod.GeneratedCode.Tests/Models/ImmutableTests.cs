using Sample.Server;

namespace Pod.GeneratedCode.Tests.Models;

public sealed class ImmutableTests
{
    [Fact]
    public void Immutable_models_compare_by_deep_value()
    {
        var point = Sample();
        var equal = Point.FromJson(point.ToJson()) with { Marks = [3, 2, 1] };

        Assert.Equal(point, equal);
        Assert.Equal(point.GetHashCode(), equal.GetHashCode());
        Assert.NotSame(point.Tags, (point with { }).Tags);
    }

    [Fact]
    public void A_difference_anywhere_makes_them_unequal()
    {
        var point = Sample();

        Assert.All(
            new[]
            {
                point with { X = 2 },
                point with { Tags = ["b", "a"] },
                point with { Marks = [1, 2] },
                point with { Names = new() { ["k"] = [1, 3] } },
                point with { Blob = [1, 2] },
                point with { Blob = null },
                point with { Origin = null },
                point with { Origin = point.Origin! with { X = 9 } },
            },
            other => Assert.NotEqual(point, other));
    }

    [Fact]
    public void Members_are_set_once() =>
        Assert.All(typeof(Point).GetProperties().Where(static property => property.CanWrite), static property =>
            Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));

    private static Point Sample() => new()
    {
        X = 1,
        Tags = ["a", "b"],
        Marks = [1, 2, 3],
        Names = new() { ["k"] = [1, 2] },
        Blob = [1],
        Origin = new Point { X = 0, Tags = [], Marks = [], Names = [] },
    };
}
