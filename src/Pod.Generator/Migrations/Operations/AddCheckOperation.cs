using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Adds a condition that every row fulfils.</summary>
/// <param name="Table">The table.</param>
/// <param name="Check">The check.</param>
/// <param name="IfNotExists">Whether somebody else may have made it already; then it stays as it is.</param>
public sealed record AddCheckOperation(string Table, CheckSchema Check, bool IfNotExists) : MigrationOperation("addCheck", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        WriteIfNotExists(json, IfNotExists);
        WriteObject(json, "check", Check, SchemaJsonWriter.WriteCheck);
    }
}
