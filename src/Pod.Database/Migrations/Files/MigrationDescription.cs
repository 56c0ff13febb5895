using System.Text.Json;

namespace Pod.Database.Migrations;

/// <summary>What the runner needs to know of a <c>migration.json</c>.</summary>
/// <param name="SqlHash">The hash of <c>migration.sql</c> as it was generated.</param>
/// <param name="RollbackHash">The hash of <c>rollback.sql</c> as it was generated.</param>
/// <param name="Parent">The version before.</param>
/// <param name="Replaces">The versions that a rebase put together into this one.</param>
internal sealed record MigrationDescription(string? SqlHash, string? RollbackHash, string? Parent, IReadOnlyList<string> Replaces)
{
    /// <summary>Reads the file of a folder. Members that are not there say nothing.</summary>
    /// <exception cref="MigrationException">POD3054: the file is no JSON.</exception>
    public static MigrationDescription Read(string folder)
        => Read(folder, "migration.json", static root => new MigrationDescription(
            Text(root, "sqlHash"),
            Text(root, "rollbackHash"),
            root.TryGetProperty("parent", out var parent) && parent.ValueKind == JsonValueKind.Object ? Text(parent, "version") : null,
            root.TryGetProperty("replaces", out var replaces) ? [.. replaces.EnumerateArray().Select(static item => item.GetString() ?? "")] : []))
            ?? new MigrationDescription(null, null, null, []);

    /// <summary>Reads the module that a folder's definition names.</summary>
    /// <exception cref="MigrationException">POD3054: the file is no JSON.</exception>
    public static string? ReadModule(string folder) => Read(folder, "definition.json", static root => Text(root, "module"));

    private static T? Read<T>(string folder, string file, Func<JsonElement, T> read)
        where T : class?
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MigrationException($"POD3054: '{path}' cannot be read: {exception.Message}", exception) { Version = Path.GetFileName(folder) };
        }
    }

    private static string? Text(JsonElement json, string member)
        => json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
