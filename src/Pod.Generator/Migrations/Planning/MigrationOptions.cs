using System.Collections.Frozen;

namespace Pod.Generator.Migrations;

/// <summary>What the one who creates a migration decides about it.</summary>
public sealed record MigrationOptions
{
    /// <summary>Gets the options of a migration about which nothing was said.</summary>
    public static MigrationOptions None { get; } = new();

    /// <summary>Gets the values for rows that have none, as SQL by <c>table.column</c>.</summary>
    public IReadOnlyDictionary<string, string> Backfills { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Gets whether new columns that must have a value are nullable until the next migration.</summary>
    public bool TwoStep { get; init; }

    /// <summary>Gets the tables that are dropped and made anew.</summary>
    public IReadOnlySet<string> Recreated { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Gets whether the forms are used that let others go on reading and writing.</summary>
    public bool Online { get; init; }
}
