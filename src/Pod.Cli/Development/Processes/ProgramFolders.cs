using Pod.Cli.Development.Instance;

namespace Pod.Cli.Development.Processes;

/// <summary>
/// Copies of what the build makes. The server runs from one of two, so that a build never writes files of a running program, and the last good program is
/// still there when the next one does not compile.
/// </summary>
internal sealed class ProgramFolders(InstanceFolder instance)
{
    private int _current = -1;

    /// <summary>Brings what a build made to the folder that the next start of the server uses.</summary>
    /// <param name="built">The build's output folder.</param>
    /// <returns>The folder; the same one as last time when the build made nothing new.</returns>
    public string Take(string built)
    {
        if (_current < 0 || !IsSame(built, instance.ProgramFolder(_current)))
        {
            _current = _current == 0 ? 1 : 0;
            Mirror(built, instance.ProgramFolder(_current));
        }

        return instance.ProgramFolder(_current);
    }

    private static bool IsSame(string from, string to)
    {
        var wanted = FilesOf(from);
        return wanted.Count == FilesOf(to).Count && wanted.All(relative => IsCurrent(Path.Combine(from, relative), Path.Combine(to, relative)));
    }

    private static void Mirror(string from, string to)
    {
        var wanted = FilesOf(from);
        foreach (var relative in wanted)
        {
            var (source, target) = (Path.Combine(from, relative), Path.Combine(to, relative));
            if (!IsCurrent(source, target))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(source, target, overwrite: true);
                File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(source));
            }
        }

        foreach (var stale in FilesOf(to).Except(wanted, StringComparer.Ordinal))
        {
            File.Delete(Path.Combine(to, stale));
        }
    }

    private static bool IsCurrent(string source, string target) =>
        new FileInfo(target) is { Exists: true } copy && new FileInfo(source) is var original
        && copy.Length == original.Length && copy.LastWriteTimeUtc == original.LastWriteTimeUtc;

    private static HashSet<string> FilesOf(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).ToHashSet(StringComparer.Ordinal)
        : [];
}
