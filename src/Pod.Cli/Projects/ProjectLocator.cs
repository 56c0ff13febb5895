namespace Pod.Cli.Projects;

/// <summary>Finds the server project: in the given folder, below it, or upwards to the repository's root.</summary>
internal static class ProjectLocator
{
    private const int MaxDepth = 3;

    private static readonly string[] IgnoredFolders = ["bin", "obj", "node_modules", "artifacts"];

    /// <summary>Finds the project.</summary>
    /// <param name="path">A folder or a .csproj.</param>
    /// <exception cref="CliException">There is none, or several.</exception>
    public static ServerProject Find(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return full.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
                ? new ServerProject(full)
                : throw new CliException($"'{path}' is no .csproj file. Give the server project's folder or its .csproj.");
        }

        if (!Directory.Exists(full))
        {
            throw new CliException($"The folder '{path}' does not exist. Give the server project's folder with --project.");
        }

        for (var folder = full; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var found = ServersBelow(folder, MaxDepth).Order(StringComparer.Ordinal).ToList();
            switch (found)
            {
                case [var only]:
                    return new ServerProject(only);
                case [_, _, ..]:
                    throw new CliException($"Several server projects were found. Choose one with --project:\n  {string.Join("\n  ", found)}");
            }

            if (Directory.Exists(Path.Combine(folder, ".git")))
            {
                break;
            }
        }

        throw new CliException($"No Pod server project was found in or above '{full}'. Give its folder with --project.");
    }

    private static IEnumerable<string> ServersBelow(string folder, int depth)
    {
        var here = Directory.EnumerateFiles(folder, "*.csproj").Where(IsServer).ToList();
        if (here.Count > 0 || depth == 0)
        {
            return here;
        }

        return Directory.EnumerateDirectories(folder)
            .Where(static child => Path.GetFileName(child) is var name && !name.StartsWith('.') && !IgnoredFolders.Contains(name))
            .SelectMany(child => ServersBelow(child, depth - 1));
    }

    // A server references the runtime and is a web project; the framework's own libraries and tests are not.
    private static bool IsServer(string projectFile)
    {
        var text = File.ReadAllText(projectFile);
        return text.Contains("Microsoft.NET.Sdk.Web", StringComparison.Ordinal) && text.Contains("Pod.Runtime", StringComparison.Ordinal);
    }
}
