using System.Globalization;
using Pod.Generator.Migrations;

namespace Pod.Cli.Projects.Migrations;

/// <summary>The folder with a project's migrations: one folder per version, and the registry that lists them.</summary>
internal sealed class MigrationFolder(string path)
{
    private const string RegistryTitle = "# One migration per line, in order. Made by Pod; a conflict here means that two branches added migrations.";
    private const string VersionFormat = "yyyyMMddHHmmssfff";

    // Repair files have a folder of their own.
    private const string RepairFolder = "repair";

    public string Path => path;

    /// <summary>Reads all migrations; a folder without the files of one is ignored.</summary>
    /// <exception cref="CliException">A file cannot be read.</exception>
    public MigrationChain Read() => new(Folders().Where(IsMigration).Select(ReadEntry));

    /// <summary>Gives the versions of all migrations, in order.</summary>
    public IEnumerable<string> Versions() => Folders().Where(IsMigration).Select(NameOf);

    /// <summary>Gives the names of folders that hold no migration.</summary>
    public IEnumerable<string> Ignored() => Folders().Where(static folder => !IsMigration(folder)).Select(NameOf).Where(static name => name != RepairFolder);

    /// <summary>Reads the versions of the registry; a project without migrations has none.</summary>
    public IReadOnlyList<string> ReadRegistry()
    {
        var file = System.IO.Path.Combine(path, MigrationFiles.Registry);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#')] : [];
    }

    /// <summary>Writes a migration and adds it to the registry.</summary>
    /// <returns>The migration's folder.</returns>
    public string Write(string version, IReadOnlyDictionary<string, string> files)
    {
        var folder = System.IO.Path.Combine(path, version);
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(System.IO.Path.Combine(folder, name), text);
        }

        WriteRegistry();
        return folder;
    }

    /// <summary>Deletes a migration; the registry has to be written afterwards.</summary>
    public void Delete(string version) => Directory.Delete(System.IO.Path.Combine(path, version), recursive: true);

    /// <summary>Writes the registry from the folders.</summary>
    public void WriteRegistry() => File.WriteAllText(
        System.IO.Path.Combine(path, MigrationFiles.Registry), string.Join('\n', [RegistryTitle, .. Versions(), ""]));

    /// <summary>Makes a version that sorts behind all existing ones.</summary>
    public string NextVersion(TimeProvider time, string? tag)
    {
        var stamp = time.GetUtcNow().UtcDateTime;
        if (Versions().LastOrDefault() is { } newest && StampOf(newest) is { } last && stamp <= last)
        {
            stamp = last.AddMilliseconds(1);
        }

        var version = stamp.ToString(VersionFormat, CultureInfo.InvariantCulture);
        return tag is null ? version : $"{version}-{tag}";
    }

    private static DateTime? StampOf(string version) =>
        DateTime.TryParseExact(version.Split('-')[0], VersionFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var stamp) ? stamp : null;

    private static MigrationEntry ReadEntry(string folder)
    {
        string Read(string name) => File.ReadAllText(System.IO.Path.Combine(folder, name));
        try
        {
            return new MigrationEntry(NameOf(folder), MigrationManifest.Read(Read(MigrationFiles.Manifest)), Read(MigrationFiles.Definition), Read(MigrationFiles.Sql));
        }
        catch (Exception exception) when (exception is FormatException or IOException)
        {
            throw new CliException($"the migration in '{folder}' cannot be read: {exception.Message} Restore it from version control.", "POD3054");
        }
    }

    private static bool IsMigration(string folder) => File.Exists(System.IO.Path.Combine(folder, MigrationFiles.Manifest));

    private static string NameOf(string folder) => System.IO.Path.GetFileName(folder);

    private IEnumerable<string> Folders() =>
        Directory.Exists(path) ? Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal) : [];
}
