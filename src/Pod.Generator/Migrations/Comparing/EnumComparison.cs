using Pod.Generator.Diagnostics.Descriptors;
using Pod.Schema;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>Enums whose values stand in rows: no operation helps when their meaning changes, so somebody has to know.</summary>
internal static class EnumComparison
{
    public static void Compare(DatabaseSchema from, DatabaseSchema to, MigrationDraft draft)
    {
        foreach (var next in to.Enums)
        {
            var column = (from table in @from.Tables where table.Managed from used in table.Columns where used.ClrType == next.Name select (Table: table.Name, used.Name)).FirstOrDefault();
            if (column.Name is null || from.Enums.FirstOrDefault(item => item.Name == next.Name) is not { } existing || existing.ByIndex != next.ByIndex)
            {
                continue;
            }

            if (!next.ByIndex)
            {
                draft.Findings.AddRange(existing.Values.Except(next.Values)
                    .Select(value => MigrationDiagnostics.EnumValueRemoved(column.Table, column.Name, next.Name, value)));
            }
            else if (!next.Values.Take(existing.Values.Count).SequenceEqual(existing.Values))
            {
                draft.Findings.Add(MigrationDiagnostics.EnumNumbersChanged(column.Table, column.Name, next.Name));
            }
        }
    }
}
