using System.Text.Json;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Makes a function that column defaults call.</summary>
/// <param name="Function">PostgreSQL's name of it.</param>
public sealed record CreateFunctionOperation(string Function) : MigrationOperation("createFunction", "")
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("function", Function);
    }
}
