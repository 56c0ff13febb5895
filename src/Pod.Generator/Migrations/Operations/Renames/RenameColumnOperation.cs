using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Renames a column; its values, indexes and keys stay as they are.</summary>
/// <param name="Table">The table, by its new name.</param>
/// <param name="From">The name as it is.</param>
/// <param name="To">The name as it will be.</param>
public sealed record RenameColumnOperation(string Table, string From, string To) : MigrationOperation("renameColumn", Table)
{
    /// <inheritdoc/>
    public override MigrationPhase Phase => MigrationPhase.Contract;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("from", From);
        json.WriteString("to", To);
    }
}
