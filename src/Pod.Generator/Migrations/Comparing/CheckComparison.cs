using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>The checks of a table before and after.</summary>
internal static class CheckComparison
{
    public static void Compare(TableSchema from, TableSchema to, ColumnChanges changes, MigrationDraft draft)
    {
        bool IsKept(CheckSchema check) => from.Checks.Contains(check) && to.Checks.Contains(check) && !changes.Touch([], check.Expression);
        foreach (var check in from.Checks.Where(check => !IsKept(check)))
        {
            draft.Releases.Add(new DropCheckOperation(from.Name, check.Name));
        }

        foreach (var check in to.Checks.Where(check => !IsKept(check)))
        {
            draft.Checks.Add(new AddCheckOperation(to.Name, check, IfNotExists: false) { MayHaveRows = true });
            draft.Findings.Add(MigrationDiagnostics.CheckAdded(to.Name, check.Name));
        }
    }
}
