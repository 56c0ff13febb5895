using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>The way from one schema to the next.</summary>
/// <param name="Operations">What is done, in order.</param>
/// <param name="Findings">What needs consent, is impossible or worth knowing; what loses data comes first.</param>
public sealed record MigrationPlan(ValueList<MigrationOperation> Operations, ValueList<MigrationFinding> Findings)
{
    /// <summary>Gets the columns, as <c>table.column</c>, that the models want NOT NULL and that stay nullable until the next migration.</summary>
    public ValueList<string> Debts { get; init; } = [];

    /// <summary>Gets whether the schemas are equal.</summary>
    public bool IsEmpty => Operations.Count == 0 && Findings.Count == 0;

    /// <summary>Gives the schema that the plan leads to.</summary>
    /// <param name="wanted">The schema that the models ask for.</param>
    public DatabaseSchema Result(DatabaseSchema wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Debts.Count == 0 ? wanted : wanted with
        {
            Tables = wanted.Tables.Select(table => table with
            {
                Columns = table.Columns.Select(column => Debts.Contains($"{table.Name}.{column.Name}") ? column with { Nullable = true } : column).ToValueList(),
            }).ToValueList(),
        };
    }
}
