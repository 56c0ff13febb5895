using Pod.Schema;

namespace Pod.Database;

/// <summary>A live schema held against the expected one.</summary>
public sealed record SchemaComparison
{
    /// <summary>
    /// The live schema in the words of the expected one: what means the same is spelt the same, so that a difference between the two is one in fact.
    /// </summary>
    public required DatabaseSchema Live { get; init; }

    /// <summary><see cref="Live"/> without what the expected schema does not know: tables, columns, indexes, keys and checks of somebody else.</summary>
    public required DatabaseSchema Known { get; init; }

    /// <summary>The differences, table by table.</summary>
    public required IReadOnlyList<SchemaDifference> Differences { get; init; }

    /// <summary>A hash of everything that was read; the same for as long as nobody changes the schema.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whether the code cannot work with this database.</summary>
    public bool IsFatal => Differences.Any(static difference => difference.Weight == DifferenceWeight.Fatal);

    /// <summary>Whether nothing differs that matters.</summary>
    public bool IsMatch => Differences.All(static difference => difference.Weight == DifferenceWeight.Ignored);

    /// <summary>Prints the differences of a weight or more, one per line.</summary>
    /// <param name="least">The least weight that is printed.</param>
    public string Describe(DifferenceWeight least) =>
        string.Join('\n', Differences.Where(difference => difference.Weight >= least).Select(static difference => $"- {difference}"));
}
