using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>A stored field that points at another table's id.</summary>
/// <param name="Field">The field that holds the key.</param>
/// <param name="TargetTable">The table it points at.</param>
/// <param name="OnUpdate">What happens when the id changes.</param>
/// <param name="OnDelete">What happens when the row is deleted.</param>
/// <param name="Timing">When the constraint is checked.</param>
public sealed record ForeignKeyDefinition(
    string Field, string TargetTable, ReferentialAction OnUpdate, ReferentialAction OnDelete, ConstraintTiming Timing);
