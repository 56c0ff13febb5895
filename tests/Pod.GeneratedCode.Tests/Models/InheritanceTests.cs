using Pod.Protocol;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Models;

public sealed class InheritanceTests
{
    [Fact]
    public void The_runtime_type_survives_the_way_through_json()
    {
        Shape shape = new Square { Side = 2, Color = "blue", Inner = new Cube { Side = 1, Depth = 3 } };

        var copy = Assert.IsType<Square>(Shape.FromJson(shape.ToJson()));

        Assert.Equal(("blue", 2), (copy.Color, copy.Side));
        Assert.Equal(3, Assert.IsType<Cube>(copy.Inner).Depth);
        Assert.StartsWith("""{"__className__":"Square","color":"blue","side":2""", shape.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"color":"red"}""")]
    [InlineData("""{"__className__":"Triangle"}""")]
    public void An_unknown_kind_of_an_abstract_model_names_the_known_ones(string json) =>
        Assert.Contains("Circle, Cube, Square", Assert.Throws<PodJsonException>(() => Shape.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_kind_of_a_concrete_model_reads_as_the_declared_one() =>
        Assert.Equal("Rex", Assert.IsType<Animal>(Animal.FromJson("""{"__className__":"Cat","name":"Rex"}""")).Name);

    [Fact]
    public void Match_and_switch_handle_every_kind()
    {
        Shape[] shapes = [new Circle { Radius = 1 }, new Square { Side = 2 }, new Cube { Side = 2, Depth = 3 }];

        var areas = shapes.Select(static shape => shape.Match(circle: static c => Math.PI * c.Radius, cube: static c => c.Depth, square: static s => s.Side));
        var seen = new List<string>();
        foreach (var shape in shapes)
        {
            shape.Switch(circle: _ => seen.Add("circle"), cube: _ => seen.Add("cube"), square: _ => seen.Add("square"));
        }

        Assert.Equal([Math.PI, 2, 3], areas);
        Assert.Equal(["circle", "square", "cube"], seen);
    }

    [Fact]
    public void With_keeps_the_runtime_type_and_copies_deeply()
    {
        Animal animal = new Dog { Name = "Rex", Loud = true, Toys = ["ball"] };

        var copy = Assert.IsType<Dog>(animal with { Name = "Max" });
        copy.Toys.Add("bone");

        Assert.Equal(["ball"], ((Dog)animal).Toys);
        Assert.True(copy.Loud);
    }

    [Fact]
    public void A_closed_hierarchy_cannot_be_extended_elsewhere() =>
        Assert.True(typeof(Shape).GetConstructor(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic, [])!.IsFamilyAndAssembly);

    [Fact]
    public void Exceptions_form_hierarchies()
    {
        Failure failure = new HardFailure { Reason = "r", Code = 7 };

        Assert.Equal("7", failure.Match(hardFailure: static f => $"{f.Code}", softFailure: static _ => "soft"));
        Assert.Contains("code: 7", failure.Message, StringComparison.Ordinal);
    }
}
