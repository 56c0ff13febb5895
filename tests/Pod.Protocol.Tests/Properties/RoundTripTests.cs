using FsCheck;
using FsCheck.Fluent;
using Pod.Protocol.Tests.Model;

namespace Pod.Protocol.Tests.Properties;

/// <summary>Whatever a codec writes it reads back, for generated values of every type.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Numbers()
    {
        Check(PodJson.Boolean, Values.Of<bool>());
        Check(PodJson.Int16, Values.Of<short>());
        Check(PodJson.Int32, Values.Of<int>());
        Check(PodJson.Int64, Values.Int64);
        Check(PodJson.Single, Values.Single);
        Check(PodJson.Double, Values.Double);
        Check(PodJson.Decimal, Values.Of<decimal>());
        Check(PodJson.BigInteger, Values.BigInteger);
    }

    [Fact]
    public void Texts()
    {
        Check(PodJson.String, Values.Text);
        Check(PodJson.Guid, Values.Of<Guid>());
        Check(PodJson.Bytes, Values.Bytes);
        Check(PodJson.Uri, Values.Uri);
        Check(Values.Levels, Gen.Elements(Level.Low, Level.VeryHigh));
        Check(PodJson.EnumByIndex<Level>("Level", 2), Gen.Elements(Level.Low, Level.VeryHigh));
    }

    [Fact]
    public void Times()
    {
        Check(PodJson.DateTime, Values.DateTime);
        Check(PodJson.DateTimeOffset, Values.DateTimeOffset);
        Check(PodJson.DateOnly, Values.DateOnly);
        Check(PodJson.TimeOnly, Values.TimeOnly);
        Check(PodJson.TimeSpan, Values.TimeSpan);
    }

    [Fact]
    public void Vectors()
    {
        Check(PodJson.Vector, Values.Vector);
        Check(PodJson.HalfVector, Values.HalfVector);
        Check(PodJson.SparseVector, Values.SparseVector);
        Check(PodJson.Bit, Values.Bit);
    }

    [Fact]
    public void Vectors_have_a_text_form_that_reads_back()
    {
        Verify(Values.Vector, static value => Vector.TryParse(value.ToString(), out var copy) && copy == value);
        Verify(Values.Vector, static value => new Vector(value.Span).GetHashCode() == value.GetHashCode());
        Verify(Values.HalfVector, static value => HalfVector.TryParse(value.ToString(), out var copy) && copy == value);
        Verify(Values.SparseVector, static value => SparseVector.TryParse(value.ToString(), out var copy) && copy == value);
        Verify(Values.SparseVector, static value => new SparseVector(value.ToArray()) == value);
        Verify(Values.SparseVector, static value => new SparseVector(value.ToDictionary(), value.Dimension) == value);
        Verify(Values.Bit, static value => Bit.TryParse(value.ToString(), out var copy) && copy == value);
    }

    [Fact]
    public void Collections()
    {
        Check(PodJson.List(PodJson.Nullable(PodJson.Int32)), Values.ListOf(Values.OrNull(Values.Of<int>())));
        Check(PodJson.List(PodJson.OrNull(PodJson.String)), Values.ListOf(Values.TextOrNull));
        Check(PodJson.List(PodJson.List(PodJson.Double)), Values.ListOf(Values.ListOf(Values.Double)));
        Check(PodJson.Set(PodJson.Int64), Values.ListOf(Values.Int64).Select(static values => values.ToHashSet()));
        Check(PodJson.Map(PodJson.String), Values.MapOf(Values.Text, Values.Text));
        Check(PodJson.Map(PodJson.DateTime, PodJson.Vector), Values.MapOf(Values.DateTime, Values.Vector));
    }

    [Fact]
    public void Records()
    {
        var pair = PodJson.Record<(string, int? N)>()
            .Positional(PodJson.String, static (ref r) => ref r.Item1)
            .Named("n", PodJson.Nullable(PodJson.Int32), static (ref r) => ref r.Item2);
        var outer = PodJson.Record<(DateTime At, (string, int? N)? Pair, Guid)>()
            .Positional(PodJson.Guid, static (ref r) => ref r.Item3)
            .Named("at", PodJson.DateTime, static (ref r) => ref r.Item1)
            .Named("pair", PodJson.Nullable(pair), static (ref r) => ref r.Item2);
        var pairs = Values.Text.SelectMany(static text => Values.OrNull(Values.Of<int>()).Select(n => (text, n)));

        Check(pair, pairs);
        Check(outer, from at in Values.DateTime from inner in Values.OrNull(pairs) from id in Values.Of<Guid>() select (at, inner, id));
    }

    [Fact]
    public void Models_and_dynamic_values()
    {
        var models = PodJson.Model<Node>();
        Verify(Values.Node, node => Text(models, node) == Text(models, Read(models, Text(models, node))));
        Verify(Values.Node, node => Text(models, node) == Text(models, node with { }));
        Check(Values.DynamicCodec, Values.Dynamic);
        Verify(Values.Dynamic, static value => Text(Values.DynamicCodec, value) == Text(Values.DynamicCodec, ModelCopy.Dynamic(value)));
    }

    // Equal values and equal texts: xunit compares collections by their elements.
    private static void Check<T>(JsonCodec<T> codec, Gen<T> values) => Verify(values, value =>
    {
        var json = Text(codec, value);
        var copy = Read(codec, json);
        Assert.Equal(value, copy);
        Assert.Equal(json, Text(codec, copy));
        return true;
    });

    private static void Verify<T>(Gen<T> values, Func<T, bool> property)
        => Prop.ForAll(values.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Text<T>(JsonCodec<T> codec, T value) => PodJson.ToText(codec, value, JsonAudience.Everything);

    private static T Read<T>(JsonCodec<T> codec, string json) => PodJson.Decode(codec, json, JsonAudience.Everything);
}
