using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Deletes a column and its values.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column's name.</param>
public sealed record DropColumnOperation(string Table, string Column) : MigrationOperation("dropColumn", Table)
{
    /// <inheritdoc/>
    public override MigrationPhase Phase => MigrationPhase.Contract;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("column", Column);
    }
}
