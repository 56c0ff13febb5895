using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Deletes a check.</summary>
/// <param name="Table">The table.</param>
/// <param name="Check">The constraint's name.</param>
public sealed record DropCheckOperation(string Table, string Check) : MigrationOperation("dropCheck", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("check", Check);
    }
}
