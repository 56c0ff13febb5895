using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>What happens to the columns of a table, as far as indexes, keys and checks have to know.</summary>
internal sealed class ColumnChanges
{
    /// <summary>Gets the columns that are dropped or made anew.</summary>
    public HashSet<string> Lost { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the columns whose type changes.</summary>
    public HashSet<string> Retyped { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the new columns that no existing row has a value for.</summary>
    public HashSet<string> Empty { get; } = new(StringComparer.Ordinal);

    /// <summary>Tells whether something has to go before the columns change, whatever becomes of it afterwards.</summary>
    public bool Touch(IReadOnlyCollection<string> columns, string? condition) =>
        columns.Any(Lost.Contains) || (condition is not null && Lost.Concat(Retyped).Any(column => Mentions(condition, column)));

    // Columns stand quoted in conditions.
    private static bool Mentions(string condition, string column) => condition.Contains(PostgresIdentifier.Quote(column), StringComparison.Ordinal);
}
