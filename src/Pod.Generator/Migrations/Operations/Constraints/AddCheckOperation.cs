using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Adds a condition that every row fulfils.</summary>
/// <param name="Table">The table.</param>
/// <param name="Check">The check.</param>
/// <param name="IfNotExists">Whether somebody else may have made it already; then it stays as it is.</param>
public sealed record AddCheckOperation(string Table, CheckSchema Check, bool IfNotExists) : MigrationOperation("addCheck", Table)
{
    /// <summary>Gets whether the table was there before, so that it may hold rows which do not fulfil the condition.</summary>
    public bool MayHaveRows { get; init; }

    /// <summary>Gets whether only new rows are checked now, and those that are there by a later <see cref="ValidateConstraintOperation"/>.</summary>
    public bool NotValid { get; init; }

    /// <inheritdoc/>
    public override MigrationPhase Phase => MayHaveRows ? MigrationPhase.Contract : MigrationPhase.Expand;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        WriteFlag(json, "ifNotExists", IfNotExists);
        WriteFlag(json, "notValid", NotValid);
        WriteObject(json, "check", Check, SchemaJsonWriter.WriteCheck);
    }
}
