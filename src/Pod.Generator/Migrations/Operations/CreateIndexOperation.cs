using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Makes an index.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The index.</param>
/// <param name="IfNotExists">Whether somebody else may have made it already; then it stays as it is.</param>
public sealed record CreateIndexOperation(string Table, IndexSchema Index, bool IfNotExists) : MigrationOperation("createIndex", Table)
{
    /// <summary>Gets whether the table was there before, so that it may hold many rows, or rows with equal keys.</summary>
    public bool MayHaveRows { get; init; }

    /// <summary>Gets whether the index is built while others go on writing.</summary>
    public bool Concurrently { get; init; }

    /// <inheritdoc/>
    public override MigrationPhase Phase => MayHaveRows && Index.Unique ? MigrationPhase.Contract : MigrationPhase.Expand;

    internal override StepRule Step => Concurrently ? StepRule.OutsideTransaction : StepRule.Shared;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        WriteFlag(json, "ifNotExists", IfNotExists);
        WriteFlag(json, "concurrently", Concurrently);
        WriteObject(json, "index", Index, SchemaJsonWriter.WriteIndex);
    }
}
