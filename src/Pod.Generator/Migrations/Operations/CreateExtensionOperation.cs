using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Makes an extension of PostgreSQL available in the database.</summary>
/// <param name="Extension">PostgreSQL's name of it.</param>
public sealed record CreateExtensionOperation(string Extension) : MigrationOperation("createExtension", "")
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("extension", Extension);
    }
}
