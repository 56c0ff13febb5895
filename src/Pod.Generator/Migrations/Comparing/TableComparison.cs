using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>The tables of a database before and after.</summary>
internal static class TableComparison
{
    /// <summary>Compares two schemas after the renames.</summary>
    /// <param name="from">The managed tables as they are.</param>
    /// <param name="to">The managed tables as they will be.</param>
    /// <param name="isTakenOver">Tells of a new table whether somebody else looked after it so far.</param>
    /// <param name="draft">Where operations and findings go.</param>
    public static void Compare(DatabaseSchema from, DatabaseSchema to, Func<TableSchema, bool> isTakenOver, MigrationDraft draft)
    {
        bool IsKept(TableSchema table) =>
            from.FindTable(table.Name) is not null && to.FindTable(table.Name) is not null && !draft.Options.Recreated.Contains(table.Name);
        var gone = from.Tables.Where(table => !IsKept(table)).ToList();
        foreach (var table in gone)
        {
            // Keys first, so that tables which point at each other can go in any order.
            draft.Releases.AddRange(table.ForeignKeys.Select(key => new DropForeignKeyOperation(table.Name, key.Name)));
        }

        foreach (var table in to.Tables)
        {
            if (IsKept(table))
            {
                CompareTable(from.FindTable(table.Name)!, table, draft);
            }
            else
            {
                Create(table, isTakenOver(table), draft);
            }
        }

        foreach (var table in gone)
        {
            draft.Drops.Add(new DropTableOperation(table.Name));
            var pointing = from.Tables.Where(other => other.Name != table.Name && other.ForeignKeys.Any(key => key.Table == table.Name));
            draft.Findings.Add(MigrationDiagnostics.TableDropped(table.Name, [.. pointing.Select(static other => other.Name)]));
        }

        SuggestRenames(gone, [.. to.Tables.Where(table => from.FindTable(table.Name) is null)], draft);
    }

    private static void CompareTable(TableSchema from, TableSchema to, MigrationDraft draft)
    {
        var changes = ColumnComparison.Compare(from, to, draft);
        CheckComparison.Compare(from, to, changes, draft);
        IndexComparison.Compare(from, to, changes, draft);
        ForeignKeyComparison.Compare(from, to, changes, draft);
    }

    // Whoever looked after the table so far has made it in some databases and not in others.
    private static void Create(TableSchema table, bool ifNotExists, MigrationDraft draft)
    {
        draft.Adds.Add(new CreateTableOperation(table, ifNotExists));
        draft.Indexes.AddRange(table.Indexes.Where(static index => !index.Primary).Select(index => new CreateIndexOperation(table.Name, index, ifNotExists)));
        draft.Keys.AddRange(table.ForeignKeys.Select(key => new AddForeignKeyOperation(table.Name, key, ifNotExists)));
        draft.Checks.AddRange(table.Checks.Select(check => new AddCheckOperation(table.Name, check, ifNotExists)));
    }

    private static void SuggestRenames(List<TableSchema> gone, List<TableSchema> added, MigrationDraft draft)
    {
        foreach (var table in added)
        {
            if (gone.Find(candidate => ColumnsOf(candidate).SetEquals(ColumnsOf(table))) is { } old)
            {
                gone.Remove(old);
                draft.Findings.Add(MigrationDiagnostics.LooksLikeRenamedTable(old.Name, table.Name));
            }
        }
    }

    private static HashSet<(string Name, string Type)> ColumnsOf(TableSchema table) => [.. table.Columns.Select(static column => (column.Name, column.Type))];
}
