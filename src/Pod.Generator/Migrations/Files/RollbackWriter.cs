using Pod.Generator.Migrations.Operations;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Generator.Migrations.Files;

/// <summary>
/// Writes <c>rollback.sql</c>: adds become drops, renames are renamed back, alters are undone. What drops data that was written since is marked
/// <c>-- pod:loses table[.column]</c>, what comes back without its data <c>-- pod:empty table[.column]</c>; the names are those before the rollback.
/// </summary>
internal static class RollbackWriter
{
    public static string Write(string version, MigrationPlan plan, DatabaseSchema previous, DatabaseSchema result, TimeSpan? lockTimeout)
    {
        var tables = plan.Operations.OfType<RenameTableOperation>().ToDictionary(static rename => rename.To, static rename => rename.From);
        var renames = Reverse(plan, tables, previous, result);
        var substitutes = Substitutes(SchemaDiffer.Compare(result, previous, renames), previous);
        var back = SchemaDiffer.Compare(result, previous, renames, new MigrationOptions { Backfills = substitutes });
        var formerly = tables.ToDictionary(static pair => pair.Value, static pair => pair.Key);
        string Name(string table) => formerly.GetValueOrDefault(table, table);
        return PostgresMigrationWriter.Write(
            $"-- The way back from migration {version}. Made by Pod; edit it together with migration.sql.",
            [.. back.Operations],
            lockTimeout ?? PostgresMigrationWriter.LockTimeout,
            operation => operation switch
            {
                DropTableOperation drop => $"-- pod:loses {Name(drop.Table)}\n",
                DropColumnOperation drop => $"-- pod:loses {Name(drop.Table)}.{drop.Column}\n",
                CreateTableOperation create => $"-- pod:empty {create.Table}\n",
                AddColumnOperation add => $"-- pod:empty {Name(add.Table)}.{add.Column.Name}\n",
                _ => null,
            });
    }

    private static SchemaRenames Reverse(MigrationPlan plan, Dictionary<string, string> tables, DatabaseSchema previous, DatabaseSchema result)
    {
        var fields = new List<FieldRename>();
        foreach (var rename in plan.Operations.OfType<RenameColumnOperation>())
        {
            var table = tables.GetValueOrDefault(rename.Table, rename.Table);
            if (previous.FindTable(table)?.FindColumn(rename.From) is { } old && result.FindTable(rename.Table)?.FindColumn(rename.To) is { } column)
            {
                fields.Add(new FieldRename(table, column.Field, old.Field));
            }
        }

        return new SchemaRenames(tables.Select(static pair => new TableRename(pair.Key, pair.Value)).ToValueList(), fields.ToValueList());
    }

    // A column that comes back needs a value for the rows that came since. Nothing can stand in for a key.
    private static Dictionary<string, string> Substitutes(MigrationPlan back, DatabaseSchema previous)
    {
        var substitutes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var finding in back.Findings.Where(static finding => finding.IsError && finding.Column is not null))
        {
            var table = previous.FindTable(finding.Table)!;
            var column = table.FindColumn(finding.Column!)!;
            var isKey = table.ForeignKeys.Any(key => key.Columns.Contains(column.Name));
            substitutes[$"{table.Name}.{column.Name}"] = isKey ? $"NULL::{column.Type}" : NeutralValue.Of(column.Type);
        }

        return substitutes;
    }
}
