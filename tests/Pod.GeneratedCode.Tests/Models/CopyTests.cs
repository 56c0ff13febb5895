using Pod.GeneratedCode.Tests.Support;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Models;

public sealed class CopyTests
{
    [Fact]
    public void With_copies_deeply()
    {
        var original = Samples.Collections();

        var copy = original with { Names = ["c"] };
        copy.Places[0].Inner!.Name = "changed";
        copy.Blobs[0][0] = 9;
        copy.ByDay.Clear();
        copy.Matrix[0].Add(3);

        Assert.Equal("inner", original.Places[0].Inner!.Name);
        Assert.Equal(1, original.Blobs[0][0]);
        Assert.Single(original.ByDay);
        Assert.Equal(2, original.Matrix[0].Count);
        Assert.Equal(["a", "b"], original.Names);
    }

    [Fact]
    public void Cycles_stay_cycles()
    {
        var company = new Company { Name = "Pod" };
        company.Employees = [new Person { Name = "Ada", Employer = company, MentorId = null }];

        var copy = company with { };

        Assert.NotSame(company, copy);
        Assert.Same(copy, copy.Employees![0].Employer);
    }

    [Fact]
    public void Null_and_left_alone_are_distinct()
    {
        var person = new Person { Name = "Ada", Note = "n", MentorId = 3 };

        Assert.Equal(("n", 3), ((person with { Name = "B" }).Note, (person with { Name = "B" }).MentorId));
        Assert.Null((person with { Note = null }).Note);
    }

    [Fact]
    public void Mutable_models_compare_by_reference()
    {
        var place = new Place { Name = "a" };

        Assert.NotEqual(place, place with { });
        Assert.Equal(place, place);
    }
}
