using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Gives the rows that are there a value for a column.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Expression">The value as SQL; it may name the row's other columns.</param>
/// <param name="Scope">Which rows, and how many at once.</param>
public sealed record BackfillOperation(string Table, string Column, string Expression, BackfillScope Scope) : MigrationOperation("backfill", Table)
{
    internal override StepRule Step => Scope == BackfillScope.Batches ? StepRule.OutsideTransaction : StepRule.Shared;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("column", Column);
        json.WriteString("expression", Expression);
        if (Scope != BackfillScope.Missing)
        {
            json.WriteString("scope", Scope == BackfillScope.Batches ? "batches" : "changed");
        }
    }
}
