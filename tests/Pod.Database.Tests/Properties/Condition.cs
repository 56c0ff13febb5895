namespace Pod.Database.Tests.Properties;

/// <summary>A condition on rows in three forms: for the reader, for the database, and in C#, where null means unknown.</summary>
public sealed record Condition<TTable, TRow>(string Text, Func<TTable, Filter> Filter, Func<World, TRow, bool?> Holds)
{
    /// <summary>What it is made of; simpler conditions to try when it fails.</summary>
    public IReadOnlyList<Condition<TTable, TRow>> Parts { get; init; } = [];

    public static Condition<TTable, TRow> operator &(Condition<TTable, TRow> left, Condition<TTable, TRow> right)
        => new($"({left} && {right})", t => left.Filter(t) && right.Filter(t), (world, row) => left.Holds(world, row) & right.Holds(world, row))
        {
            Parts = [left, right],
        };

    public static Condition<TTable, TRow> operator |(Condition<TTable, TRow> left, Condition<TTable, TRow> right)
        => new($"({left} || {right})", t => left.Filter(t) || right.Filter(t), (world, row) => left.Holds(world, row) | right.Holds(world, row))
        {
            Parts = [left, right],
        };

    public static Condition<TTable, TRow> operator !(Condition<TTable, TRow> inner)
        => new($"!{inner}", t => !inner.Filter(t), (world, row) => !inner.Holds(world, row)) { Parts = [inner] };

    public override string ToString() => Text;
}
