using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Records which version of a module the tables are of, in the history beside the application's own migrations.</summary>
/// <param name="Module">The module.</param>
/// <param name="Version">The version of its newest migration; null when the application does not use it any more.</param>
public sealed record SetModuleVersionOperation(string Module, string? Version) : MigrationOperation("setModuleVersion", "")
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("module", Module);
        json.WriteString("version", Version);
    }
}
