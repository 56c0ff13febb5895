using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pod.Database.Diagnostics;
using Pod.Database.Migrations;

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

    /// <summary>Finds a migration by its version.</summary>
    /// <returns>The migration, or null when there is none.</returns>
    public MigrationFiles? Find(string version) => Migrations.FirstOrDefault(migration => migration.Version == version);

    /// <summary>Reads the repairs below <c>repair/</c>, oldest first.</summary>
    /// <exception cref="MigrationException">POD3054: a file names no target or no fingerprint.</exception>
    public IReadOnlyList<RepairFile> ReadRepairs() => RepairFile.ReadFolder(System.IO.Path.Combine(Path, RepairFile.FolderName));

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
            if (System.IO.Path.GetFileName(folder) == RepairFile.FolderName)
            {
                continue;
            }

            if (File.Exists(System.IO.Path.Combine(folder, "migration.sql")))
            {
                migrations.Add(new MigrationFiles(folder));
            }
            else
            {
                (logger ?? NullLogger.Instance).FolderIgnored(folder);
            }
        }

        CompareWithRegistry(path, migrations);
        CheckChain(migrations);
        return new MigrationDirectory(path, migrations, ReadModule(migrations));
    }

    // A migration written by hand may lack a definition; it belongs to the module of those before it all the same.
    private static string? ReadModule(List<MigrationFiles> migrations)
        => migrations.AsEnumerable().Reverse().Select(static migration => MigrationDescription.ReadModule(migration.Folder))
            .FirstOrDefault(static module => module is not null);

    // Two branches that each added a migration leave two with one parent, even where the registry merged cleanly.
    private static void CheckChain(List<MigrationFiles> migrations)
    {
        const string WayOut = "Run 'dotnet pod migration rebase'.";
        foreach (var siblings in migrations.Where(static migration => migration.Parent is not null).GroupBy(static migration => migration.Parent!, StringComparer.Ordinal))
        {
            if (siblings.Skip(1).FirstOrDefault() is { } second)
            {
                throw new MigrationException(
                    $"POD3030: the migrations {siblings.First().Version} and {second.Version} both follow {siblings.Key}: two branches each added one. {WayOut}")
                {
                    Version = second.Version,
                };
            }

            if (!migrations.Exists(migration => migration.Version == siblings.Key))
            {
                throw new MigrationException($"POD3031: migration {siblings.First().Version} follows {siblings.Key}, which is not there. {WayOut}")
                {
                    Version = siblings.First().Version,
                };
            }
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
