using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Makes a table with its columns; indexes and keys are operations of their own.</summary>
/// <param name="Definition">The table.</param>
/// <param name="IfNotExists">Whether somebody else may have made it already; then it stays as it is.</param>
public sealed record CreateTableOperation(TableSchema Definition, bool IfNotExists)
    : MigrationOperation(IfNotExists ? "createTableIfNotExists" : "createTable", Definition.Name)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray("columns");
        foreach (var column in Definition.Columns)
        {
            json.WriteStartObject();
            SchemaJsonWriter.WriteColumn(json, column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
