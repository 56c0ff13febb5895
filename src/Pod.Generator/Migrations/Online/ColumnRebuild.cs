using Pod.Generator.Migrations.Operations;
using Pod.Generator.Migrations.Sql.Statements;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Online;

/// <summary>Another type for a column beside readers and writers: a second column is filled in batches, then takes the place of the first.</summary>
internal static class ColumnRebuild
{
    /// <summary>Says why a column cannot be rebuilt, or null when it can.</summary>
    public static string? Obstacle(AlterColumnOperation alter, DatabaseSchema to)
    {
        var (table, column) = (to.FindTable(alter.Table)!, alter.To.Name);
        return PostgresDefault.Serial == alter.From.Default || PostgresDefault.Serial == alter.To.Default ? "a sequence fills the column"
            : table.Indexes.FirstOrDefault(index => index.Columns.Contains(column) || Mentions(index.Where, column)) is { } index ? $"the index '{index.Name}' uses the column"
            : table.ForeignKeys.FirstOrDefault(key => key.Columns.Contains(column)) is { } key ? $"the foreign key '{key.Name}' uses the column"
            : table.Checks.FirstOrDefault(check => Mentions(check.Expression, column)) is { } check ? $"the check '{check.Name}' uses the column"
            : null;
    }

    public static IEnumerable<MigrationOperation> Of(AlterColumnOperation alter)
    {
        var (table, from, to) = (alter.Table, alter.From, alter.To);
        var copy = to with { Name = $"{to.Name}_pod_new", Nullable = true, Default = null };
        var expression = PostgresCast.Expression(from.Name, to.Type);
        yield return new AddColumnOperation(table, copy);
        yield return new BackfillOperation(table, copy.Name, expression, BackfillScope.Batches);
        yield return new SqlOperation(table, $"LOCK TABLE {PostgresIdentifier.Quote(table)} IN ACCESS EXCLUSIVE MODE;") { BeginsStep = true };
        yield return new BackfillOperation(table, copy.Name, expression, BackfillScope.Changed);
        yield return new DropColumnOperation(table, from.Name);
        yield return new RenameColumnOperation(table, copy.Name, to.Name);
        if (!to.Nullable || to.Default is not null)
        {
            yield return new AlterColumnOperation(table, copy with { Name = to.Name }, to);
        }
    }

    private static bool Mentions(string? condition, string column) =>
        condition is not null && condition.Contains(PostgresIdentifier.Quote(column), StringComparison.Ordinal);
}
