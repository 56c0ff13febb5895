using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pod.Database.Diagnostics;

namespace Pod.Database;

/// <summary>The folder <c>migrations/</c> of a project: one folder per version, and the registry that lists them.</summary>
public sealed class MigrationDirectory
{
    private const string RegistryFile = "migration_registry.txt";

    private MigrationDirectory(string path, IReadOnlyList<MigrationFiles> migrations, string? module)
    {
        Path = path;
        Migrations = migrations;
        Module = module;
    }

    /// <summary>Where the folder is.</summary>
    public string Path { get; }

    /// <summary>The migrations, oldest first.</summary>
    public IReadOnlyList<MigrationFiles> Migrations { get; }

    /// <summary>The module that the newest definition names; null if none does.</summary>
    internal string? Module { get; }

    /// <summary>Reads a folder. One that does not exist has no migrations.</summary>
    /// <exception cref="MigrationException">A file cannot be read, or the registry and the folders differ.</exception>
    public static MigrationDirectory Read(string path, ILogger? logger = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
        {
            return new MigrationDirectory(path, [], module: null);
        }

        var migrations = new List<MigrationFiles>();
        foreach (var folder in Directory.GetDirectories(path).Order(StringComparer.Ordinal))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "migration.sql")))
            {
                migrations.Add(ReadMigration(folder));
            }
            else
            {
                (logger ?? NullLogger.Instance).FolderIgnored(folder);
            }
        }

        CompareWithRegistry(path, migrations);
        return new MigrationDirectory(path, migrations, ReadModule(migrations));
    }

    // A migration written by hand may lack a definition; it belongs to the module of those before it all the same.
    private static string? ReadModule(List<MigrationFiles> migrations)
        => migrations.AsEnumerable().Reverse().Select(static migration => ReadText(migration.Folder, "definition.json", "module"))
            .FirstOrDefault(static module => module is not null);

    private static MigrationFiles ReadMigration(string folder)
        => new(folder, File.ReadAllText(System.IO.Path.Combine(folder, "migration.sql")), ReadText(folder, "migration.json", "sqlHash"));

    private static string? ReadText(string folder, string file, string member)
    {
        var path = System.IO.Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MigrationException(
                $"POD3054: '{path}' cannot be read: {exception.Message}", exception) { Version = System.IO.Path.GetFileName(folder) };
        }
    }

    private static void CompareWithRegistry(string path, List<MigrationFiles> migrations)
    {
        var registry = System.IO.Path.Combine(path, RegistryFile);
        if (!File.Exists(registry))
        {
            return;
        }

        var listed = File.ReadLines(registry)
            .Select(static line => line.Trim())
            .Where(static line => line.Length > 0 && line[0] != '#')
            .ToHashSet(StringComparer.Ordinal);
        foreach (var migration in migrations)
        {
            if (!listed.Remove(migration.Version))
            {
                throw new MigrationException(
                    $"POD3032: migration {migration.Version} has a folder but no line in {RegistryFile}. Add the line, or delete the folder if another branch replaced it.")
                {
                    Version = migration.Version,
                };
            }
        }

        if (listed.Order(StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            throw new MigrationException(
                $"POD3032: migration {missing} stands in {RegistryFile} but has no folder. Restore the folder from version control, or remove the line.")
            {
                Version = missing,
            };
        }
    }
}
