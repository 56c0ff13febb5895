using Pod.Generator.Migrations.Operations;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>Operations as they are found, each in the place where it has to stand.</summary>
internal sealed class MigrationDraft(MigrationOptions options)
{
    public MigrationOptions Options { get; } = options;

    /// <summary>Gets what lets go of tables and columns that are dropped or change: indexes, keys, checks.</summary>
    public List<MigrationOperation> Releases { get; } = [];

    public List<MigrationOperation> Drops { get; } = [];

    public List<MigrationOperation> Adds { get; } = [];

    public List<MigrationOperation> Alters { get; } = [];

    public List<MigrationOperation> Indexes { get; } = [];

    public List<MigrationOperation> Keys { get; } = [];

    public List<MigrationOperation> Checks { get; } = [];

    public List<MigrationOperation> Modules { get; } = [];

    public List<MigrationFinding> Findings { get; } = [];

    /// <summary>Gets the columns that stay nullable until the next migration.</summary>
    public List<string> Debts { get; } = [];

    /// <summary>Gets the value that was given for rows without one.</summary>
    public string? Backfill(string table, ColumnSchema column) => Options.Backfills.GetValueOrDefault($"{table}.{column.Name}");

    /// <summary>Gives everything in order, behind the renames and what has to exist before anything changes.</summary>
    public List<MigrationOperation> Arrange(IEnumerable<MigrationOperation> renames)
    {
        List<MigrationOperation> changes = [.. renames, .. Releases, .. Drops, .. Adds, .. Alters, .. Indexes, .. Keys, .. Checks, .. Modules];
        return [.. NeededPreparations.Of(changes), .. changes];
    }
}
