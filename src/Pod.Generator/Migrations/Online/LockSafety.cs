using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Comparing;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Online;

/// <summary>What a migration does to those who use the database meanwhile: locks that they wait for, names that they miss.</summary>
internal static class LockSafety
{
    /// <summary>Names what operations in their plain form hold up.</summary>
    /// <param name="operations">The operations before any takes its online form.</param>
    /// <param name="to">The schema as it will be.</param>
    /// <param name="isOnline">Whether they take their online form, if they have one.</param>
    public static IEnumerable<MigrationFinding> Find(IEnumerable<MigrationOperation> operations, DatabaseSchema to, bool isOnline) =>
        operations.Select(operation => Find(operation, to, isOnline)).OfType<MigrationFinding>();

    private static MigrationFinding? Find(MigrationOperation operation, DatabaseSchema to, bool isOnline) => operation switch
    {
        CreateIndexOperation { MayHaveRows: true } create when !isOnline => LockDiagnostics.IndexLocks(create.Table, create.Index.Name),
        AddForeignKeyOperation { MayHaveRows: true } add when !isOnline => LockDiagnostics.ConstraintLocks(add.Table, add.Key.Name),
        AddCheckOperation { MayHaveRows: true } add when !isOnline => LockDiagnostics.ConstraintLocks(add.Table, add.Check.Name),
        AlterColumnOperation alter when Rewrites(alter) => FindRewrite(alter, to, isOnline),
        AlterColumnOperation { SetsNotNull: true } alter when !isOnline => LockDiagnostics.NotNullScans(alter.Table, alter.To.Name),
        AddColumnOperation { Column.Default: PostgresDefault.Serial or PostgresDefault.Random or PostgresDefault.RandomV7 } add =>
            LockDiagnostics.TableRewritten(add.Table, add.Column.Name, "has no online form: add the column without default, fill it, and set the default in a later migration."),
        RenameTableOperation rename => LockDiagnostics.RenameNoticed(rename.To, null, rename.From),
        RenameColumnOperation rename => LockDiagnostics.RenameNoticed(rename.Table, rename.To, rename.From),
        DropTableOperation drop => LockDiagnostics.DropNoticed(drop.Table, null),
        DropColumnOperation drop => LockDiagnostics.DropNoticed(drop.Table, drop.Column),
        _ => null,
    };

    public static bool Rewrites(AlterColumnOperation alter) =>
        ColumnTypeChanges.Of(alter.From.Type, alter.To.Type) is ColumnTypeChange.Widening or ColumnTypeChange.Narrowing;

    private static MigrationFinding? FindRewrite(AlterColumnOperation alter, DatabaseSchema to, bool isOnline) =>
        ColumnRebuild.Obstacle(alter, to) is { } obstacle ? LockDiagnostics.TableRewritten(alter.Table, alter.To.Name, $"is not possible with --online because {obstacle}.")
        : isOnline ? null
        : LockDiagnostics.TableRewritten(alter.Table, alter.To.Name, "goes on beside readers and writers with --online.");
}
