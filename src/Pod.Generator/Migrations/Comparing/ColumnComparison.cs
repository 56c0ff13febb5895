using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>The columns of a table before and after.</summary>
internal static class ColumnComparison
{
    public static ColumnChanges Compare(TableSchema from, TableSchema to, MigrationDraft draft)
    {
        var changes = new ColumnChanges();
        var gone = from.Columns.Where(column => to.FindColumn(column.Name) is null).ToList();
        foreach (var column in gone)
        {
            changes.Lost.Add(column.Name);
            draft.Drops.Add(new DropColumnOperation(from.Name, column.Name));
            draft.Findings.Add(MigrationDiagnostics.ColumnDropped(from.Name, column.Name));
        }

        foreach (var column in to.Columns)
        {
            if (from.FindColumn(column.Name) is not { } existing)
            {
                Add(to, column, changes, draft);
            }
            else if (column.Name == "id" && existing.Type != column.Type)
            {
                draft.Findings.Add(MigrationDiagnostics.IdTypeChanged(to.Name, existing.Type, column.Type));
            }
            else if (ColumnTypeChanges.Of(existing.Type, column.Type) == ColumnTypeChange.Impossible)
            {
                changes.Lost.Add(column.Name);
                draft.Drops.Add(new DropColumnOperation(to.Name, column.Name));
                draft.Findings.Add(MigrationDiagnostics.ColumnRecreated(to.Name, column.Name, existing.Type, column.Type));
                Add(to, column, changes, draft);
            }
            else
            {
                Alter(to.Name, existing, column, changes, draft);
            }
        }

        SuggestRenames(to, gone, [.. to.Columns.Where(column => from.FindColumn(column.Name) is null)], draft);
        return changes;
    }

    private static void Add(TableSchema table, ColumnSchema column, ColumnChanges changes, MigrationDraft draft)
    {
        if (column.Nullable || column.Default is not null)
        {
            draft.Adds.Add(new AddColumnOperation(table.Name, column));
            if (column.Default is null)
            {
                changes.Empty.Add(column.Name);
            }

            return;
        }

        var open = column with { Nullable = true };
        draft.Adds.Add(new AddColumnOperation(table.Name, open));
        if (draft.Backfill(table.Name, column) is { } expression)
        {
            draft.Alters.Add(new BackfillOperation(table.Name, column.Name, expression, BackfillScope.Missing));
            draft.Alters.Add(new AlterColumnOperation(table.Name, open, column));
        }
        else if (draft.Options.TwoStep)
        {
            changes.Empty.Add(column.Name);
            draft.Debts.Add($"{table.Name}.{column.Name}");
        }
        else
        {
            var isKey = table.ForeignKeys.Any(key => key.Columns.Contains(column.Name));
            draft.Findings.Add(MigrationDiagnostics.NotNullWithoutDefault(table.Name, column.Name, isKey));
        }
    }

    private static void Alter(string table, ColumnSchema from, ColumnSchema to, ColumnChanges changes, MigrationDraft draft)
    {
        // A key always has a value, whatever its declaration says.
        var isNullable = to.Name == "id" ? from.Nullable : to.Nullable;
        if ((from.Type, from.Nullable, from.Default) == (to.Type, isNullable, to.Default))
        {
            return;
        }

        if (from.Type != to.Type)
        {
            changes.Retyped.Add(to.Name);
        }

        if (ColumnTypeChanges.Of(from.Type, to.Type) == ColumnTypeChange.Narrowing)
        {
            draft.Findings.Add(MigrationDiagnostics.TypeNarrowed(table, to.Name, from.Type, to.Type));
        }

        var alter = new AlterColumnOperation(table, from, to with { Nullable = isNullable });
        if (!alter.SetsNotNull)
        {
            draft.Alters.Add(alter);
            return;
        }

        if (draft.Backfill(table, to) is not { } expression)
        {
            draft.Findings.Add(MigrationDiagnostics.NotNullSet(table, to.Name));
            draft.Alters.Add(alter);
            return;
        }

        // The value that was given is one of the new type.
        var open = to with { Nullable = true };
        if ((from.Type, from.Default) != (to.Type, to.Default))
        {
            draft.Alters.Add(new AlterColumnOperation(table, from, open));
        }

        draft.Alters.Add(new BackfillOperation(table, to.Name, expression, BackfillScope.Missing));
        draft.Alters.Add(new AlterColumnOperation(table, open, to));
    }

    private static void SuggestRenames(TableSchema table, List<ColumnSchema> gone, List<ColumnSchema> added, MigrationDraft draft)
    {
        foreach (var column in added)
        {
            if (gone.Find(candidate => candidate.Type == column.Type && candidate.Nullable == column.Nullable) is { } old)
            {
                gone.Remove(old);
                draft.Findings.Add(MigrationDiagnostics.LooksLikeRenamedColumn(table.Name, old, column));
            }
        }
    }
}
