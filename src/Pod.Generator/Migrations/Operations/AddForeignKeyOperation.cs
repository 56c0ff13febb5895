using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Adds a foreign key.</summary>
/// <param name="Table">The table that holds the key.</param>
/// <param name="Key">The foreign key.</param>
/// <param name="IfNotExists">Whether somebody else may have made it already; then it stays as it is.</param>
public sealed record AddForeignKeyOperation(string Table, ForeignKeySchema Key, bool IfNotExists) : MigrationOperation("addForeignKey", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        WriteIfNotExists(json, IfNotExists);
        WriteObject(json, "foreignKey", Key, SchemaJsonWriter.WriteForeignKey);
    }
}
