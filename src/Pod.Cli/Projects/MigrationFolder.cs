using System.Globalization;
using Pod.Generator.Migrations;
using Pod.Schema;

namespace Pod.Cli.Projects;

/// <summary>The folder with a project's migrations: one folder per version, and the registry that lists them.</summary>
internal sealed class MigrationFolder(string path)
{
    private const string RegistryTitle = "# One migration per line, in order. Made by Pod; a conflict here means that two branches added migrations.";
    private const string VersionFormat = "yyyyMMddHHmmssfff";

    /// <summary>Reads the newest migration: its version and its schema; null when there is none.</summary>
    /// <exception cref="CliException">The newest migration cannot be read.</exception>
    public (string Version, string Definition, DatabaseSchema Schema)? ReadNewest()
    {
        if (Versions() is not [.., var version])
        {
            return null;
        }

        var file = Path.Combine(path, version, MigrationFiles.Definition);
        try
        {
            var definition = File.ReadAllText(file);
            return (version, definition, SchemaJsonReader.Read(definition));
        }
        catch (Exception exception) when (exception is FormatException or IOException)
        {
            throw new CliException($"'{file}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>Writes a migration and adds it to the registry.</summary>
    /// <returns>The migration's folder.</returns>
    public string Write(string version, IReadOnlyDictionary<string, string> files)
    {
        var folder = Path.Combine(path, version);
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        File.WriteAllText(Path.Combine(path, MigrationFiles.Registry), string.Join('\n', [RegistryTitle, .. Versions(), ""]));
        return folder;
    }

    /// <summary>Makes a version that sorts behind all existing ones.</summary>
    public string NextVersion(TimeProvider time, string? tag)
    {
        var stamp = time.GetUtcNow().UtcDateTime;
        if (Versions() is [.., var newest] && StampOf(newest) is { } last && stamp <= last)
        {
            stamp = last.AddMilliseconds(1);
        }

        var version = stamp.ToString(VersionFormat, CultureInfo.InvariantCulture);
        return tag is null ? version : $"{version}-{tag}";
    }

    private static DateTime? StampOf(string version) =>
        DateTime.TryParseExact(version.Split('-')[0], VersionFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var stamp) ? stamp : null;

    private IReadOnlyList<string> Versions() => Directory.Exists(path)
        ? [.. Directory.EnumerateDirectories(path)
            .Where(static folder => File.Exists(Path.Combine(folder, MigrationFiles.Definition)))
            .Select(static folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)]
        : [];
}
