namespace Pod.Repository.Tests.Support;

/// <summary>The files of this repository, without what builds and tools write.</summary>
public static class RepositoryFiles
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        "bin", "obj", "artifacts", "node_modules", "TestResults",
    };

    /// <summary>Gets the folder of <c>Pod.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the libraries whose public API is a promise to applications.</summary>
    public static IReadOnlyList<string> Libraries { get; } =
    [
        "Pod.Client", "Pod.Client.Hosting", "Pod.Database", "Pod.EmbeddedPostgres", "Pod.Generator", "Pod.Protocol", "Pod.Redis", "Pod.Runtime", "Pod.Schema",
        "Pod.ServiceDefaults", "Pod.Testing",
    ];

    /// <summary>Gives the relative paths, with forward slashes and sorted, of the files below a folder.</summary>
    public static List<string> Find(string folder, string extension)
    {
        var found = new List<string>();
        Collect(new DirectoryInfo(Path.Combine(Root, folder)), extension, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Gives the C# files that people write: everything outside <c>Generated/</c>.</summary>
    public static IEnumerable<string> HandWritten(string folder) =>
        Find(folder, ".cs").Where(static path => !path.Contains("/Generated/", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static void Collect(DirectoryInfo folder, string extension, List<string> found)
    {
        found.AddRange(folder.EnumerateFiles("*" + extension).Select(static file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')));
        foreach (var child in folder.EnumerateDirectories().Where(static child => !NotOurs.Contains(child.Name) && child.Name[0] != '.'))
        {
            Collect(child, extension, found);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pod.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Pod.sln is in no folder above the test. Run the tests from a checkout.");
    }
}
