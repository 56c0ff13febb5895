using Pod.Generator;
using Pod.Generator.Emission;

namespace Pod.Cli.Projects;

/// <summary>
/// Brings the generated files on disk in line with a run: writes what differs, deletes what is no longer made, and leaves the rest untouched,
/// time stamps included. Files without Pod's header are never overwritten or deleted.
/// </summary>
internal sealed class GeneratedFileStore(ServerProject project, ProjectLayout layout)
{
    private const string GeneratedFolder = "Generated";

    /// <summary>Compares a run's files with the disk.</summary>
    /// <exception cref="CliException">A file that Pod did not make stands in the way.</exception>
    public FileChanges Compare(IReadOnlyList<GeneratedFile> files)
    {
        var wanted = files
            .Select(file => (Path: PathOf(file), file.Text))
            .Where(static file => file.Path is not null)
            .ToDictionary(static file => file.Path!, static file => file.Text);
        var written = wanted.Where(static file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value).ToDictionary();
        var foreign = written.Keys.FirstOrDefault(static path => File.Exists(path) && path.EndsWith(".cs", StringComparison.Ordinal) && !IsGenerated(path));
        if (foreign is not null)
        {
            throw new CliException($"'{foreign}' is in the way: Pod would generate a file there, but did not make the one that exists. Move or delete it.");
        }

        var stale = ExistingFiles().Where(path => !wanted.ContainsKey(path) && IsGenerated(path)).Order(StringComparer.Ordinal).ToList();
        return new FileChanges(written, stale, wanted.Count - written.Count);
    }

    /// <summary>Writes and deletes what a comparison found.</summary>
    public static void Apply(FileChanges changes)
    {
        foreach (var (path, text) in changes.Written)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        foreach (var path in changes.Deleted)
        {
            File.Delete(path);
        }
    }

    private string? PathOf(GeneratedFile file)
    {
        var folder = file.Target == GenerationTarget.Client ? layout.ClientFolder : project.Folder;
        return folder is null ? null : Path.GetFullPath(Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar)));
    }

    private IEnumerable<string> ExistingFiles() => new[] { project.Folder, layout.ClientFolder }
        .OfType<string>()
        .Select(static folder => Path.Combine(folder, GeneratedFolder))
        .Where(Directory.Exists)
        .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));

    private static bool IsGenerated(string path) => File.ReadLines(path).FirstOrDefault() == GeneratedFileHeader.Mark;
}
