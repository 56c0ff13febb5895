using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Deletes an index.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The index's name.</param>
public sealed record DropIndexOperation(string Table, string Index) : MigrationOperation("dropIndex", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("index", Index);
    }
}
