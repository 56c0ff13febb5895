using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Renames a table; what hangs on it stays as it is.</summary>
/// <param name="From">The name as it is.</param>
/// <param name="To">The name as it will be.</param>
public sealed record RenameTableOperation(string From, string To) : MigrationOperation("renameTable", To)
{
    /// <inheritdoc/>
    public override MigrationPhase Phase => MigrationPhase.Contract;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("from", From);
    }
}
