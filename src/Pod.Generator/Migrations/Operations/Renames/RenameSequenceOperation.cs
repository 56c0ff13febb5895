using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Renames the sequence that fills a column.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">The name as it is.</param>
/// <param name="To">The name as it will be.</param>
public sealed record RenameSequenceOperation(string Table, string From, string To) : MigrationOperation("renameSequence", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("from", From);
        json.WriteString("to", To);
    }
}
