using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Makes an index.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The index.</param>
public sealed record CreateIndexOperation(string Table, IndexSchema Index) : MigrationOperation("createIndex", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json) => WriteObject(json, "index", Index, SchemaJsonWriter.WriteIndex);
}
