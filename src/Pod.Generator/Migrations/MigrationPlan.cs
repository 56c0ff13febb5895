using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>The way from one schema to the next.</summary>
/// <param name="Operations">What is done, in order.</param>
/// <param name="Findings">What needs consent or is impossible.</param>
public sealed record MigrationPlan(ValueList<MigrationOperation> Operations, ValueList<MigrationFinding> Findings)
{
    /// <summary>Gets whether the schemas are equal.</summary>
    public bool IsEmpty => Operations.Count == 0 && Findings.Count == 0;
}
