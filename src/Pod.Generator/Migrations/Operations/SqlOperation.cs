using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>SQL that somebody wrote by hand, or that has no operation of its own.</summary>
/// <param name="Table">The table it concerns; empty when it concerns none.</param>
/// <param name="Text">The statements.</param>
public sealed record SqlOperation(string Table, string Text) : MigrationOperation("sql", Table)
{
    /// <summary>Gets whether it begins a step of its own.</summary>
    public bool BeginsStep { get; init; }

    internal override StepRule Step => BeginsStep ? StepRule.First : StepRule.Shared;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("sql", Text);
    }
}
