using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Checks the rows that were there before a constraint was added, while others go on writing.</summary>
/// <param name="Table">The table.</param>
/// <param name="Constraint">The constraint's name.</param>
public sealed record ValidateConstraintOperation(string Table, string Constraint) : MigrationOperation("validateConstraint", Table)
{
    internal override StepRule Step => StepRule.Alone;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("constraint", Constraint);
    }
}
