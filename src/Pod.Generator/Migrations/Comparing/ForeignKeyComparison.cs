using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>The foreign keys of a table before and after.</summary>
internal static class ForeignKeyComparison
{
    public static void Compare(TableSchema from, TableSchema to, ColumnChanges changes, MigrationDraft draft)
    {
        bool IsKept(ForeignKeySchema key) => from.ForeignKeys.Contains(key) && to.ForeignKeys.Contains(key)
            && !changes.Touch(key.Columns, condition: null) && !draft.Options.Recreated.Contains(key.Table);
        foreach (var key in from.ForeignKeys.Where(key => !IsKept(key)))
        {
            draft.Releases.Add(new DropForeignKeyOperation(from.Name, key.Name));
        }

        foreach (var key in to.ForeignKeys.Where(key => !IsKept(key)))
        {
            draft.Keys.Add(new AddForeignKeyOperation(to.Name, key, IfNotExists: false) { MayHaveRows = true });
            if (!key.Columns.Any(changes.Empty.Contains))
            {
                draft.Findings.Add(MigrationDiagnostics.ForeignKeyAdded(to.Name, key.Columns[0], key.Table));
            }
        }
    }
}
