using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Makes an index.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The index.</param>
/// <param name="IfNotExists">Whether somebody else may have made it already; then it stays as it is.</param>
public sealed record CreateIndexOperation(string Table, IndexSchema Index, bool IfNotExists) : MigrationOperation("createIndex", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        WriteIfNotExists(json, IfNotExists);
        WriteObject(json, "index", Index, SchemaJsonWriter.WriteIndex);
    }
}
