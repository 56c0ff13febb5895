using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Deletes a foreign key; the column stays.</summary>
/// <param name="Table">The table that holds the key.</param>
/// <param name="Key">The constraint's name.</param>
public sealed record DropForeignKeyOperation(string Table, string Key) : MigrationOperation("dropForeignKey", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("foreignKey", Key);
    }
}
