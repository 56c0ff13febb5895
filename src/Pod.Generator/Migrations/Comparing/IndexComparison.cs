using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>The indexes of a table before and after; the primary key's goes with its column.</summary>
internal static class IndexComparison
{
    public static void Compare(TableSchema from, TableSchema to, ColumnChanges changes, MigrationDraft draft)
    {
        bool IsKept(IndexSchema index) => from.Indexes.Contains(index) && to.Indexes.Contains(index) && !changes.Touch(index.Columns, index.Where);
        foreach (var index in from.Indexes.Where(index => !index.Primary && !IsKept(index)))
        {
            draft.Releases.Add(new DropIndexOperation(from.Name, index.Name));
        }

        foreach (var index in to.Indexes.Where(index => !index.Primary && !IsKept(index)))
        {
            draft.Indexes.Add(new CreateIndexOperation(to.Name, index, IfNotExists: false) { MayHaveRows = true });

            // Nulls differ from each other, so a column without values makes every key a different one.
            if (index.Unique && !(index.NullsDistinct && index.Columns.Any(changes.Empty.Contains)))
            {
                draft.Findings.Add(MigrationDiagnostics.UniqueAdded(to.Name, index.Name));
            }
        }
    }
}
