using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Adds a condition that every row fulfils.</summary>
/// <param name="Table">The table.</param>
/// <param name="Check">The check.</param>
public sealed record AddCheckOperation(string Table, CheckSchema Check) : MigrationOperation("addCheck", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json) => WriteObject(json, "check", Check, SchemaJsonWriter.WriteCheck);
}
