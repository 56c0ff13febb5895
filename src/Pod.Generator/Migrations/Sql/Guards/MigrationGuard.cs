using Pod.Generator.Migrations.Comparing;
using Pod.Generator.Migrations.Operations;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql.Guards;

/// <summary>What stands before an operation that may fail on data: it stops with the number of offending rows and one of them.</summary>
internal static class MigrationGuard
{
    public static string? Of(MigrationOperation operation) => operation switch
    {
        AlterColumnOperation alter => OfAlter(alter),
        CreateIndexOperation { MayHaveRows: true, Index.Unique: true } create => UniqueGuard.Of(create.Table, create.Index),
        AddCheckOperation { MayHaveRows: true } add => RowGuard.Of(
            "POD3010", add.Table, $"NOT ({add.Check.Expression})", $"do not fulfil the check \"{add.Check.Name}\"", "Correct them first."),
        AddForeignKeyOperation { MayHaveRows: true } add => OfForeignKey(add),
        _ => null,
    };

    private static string? OfAlter(AlterColumnOperation alter)
    {
        var column = PostgresIdentifier.Quote(alter.To.Name);
        var cast = ColumnTypeChanges.Of(alter.From.Type, alter.To.Type) == ColumnTypeChange.Narrowing ? CastGuard.Of(alter.Table, alter.To) : null;
        var empty = alter is { SetsNotNull: true, IsProven: false }
            ? RowGuard.Of("POD3004", alter.Table, $"{column} IS NULL", $"have no value in {column}", "Give them one first, or create the migration with --backfill.")
            : null;
        return cast is null ? empty : empty is null ? cast : $"{cast}\n{empty}";
    }

    private static string OfForeignKey(AddForeignKeyOperation add)
    {
        var key = add.Key;
        var pairs = key.Columns.Zip(key.References, static (column, reference) =>
            $"pod_target.{PostgresIdentifier.Quote(reference)} = pod_row.{PostgresIdentifier.Quote(column)}");
        var present = key.Columns.Select(static column => $"pod_row.{PostgresIdentifier.Quote(column)} IS NOT NULL");
        var condition = $"{string.Join(" AND ", present)} AND NOT EXISTS (SELECT FROM {PostgresIdentifier.Quote(key.Table)} AS pod_target WHERE {string.Join(" AND ", pairs)})";
        return RowGuard.Of(
            "POD3011", add.Table, condition, $"point at no row of \"{key.Table}\" with {PostgresIdentifier.Quote(key.Columns[0])}", "Correct or delete them first.");
    }
}
