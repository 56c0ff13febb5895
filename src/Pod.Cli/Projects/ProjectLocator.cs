namespace Pod.Cli.Projects;

/// <summary>Finds the server project: in the given folder, below it, or below its ancestors up to the solution's or repository's folder.</summary>
internal static class ProjectLocator
{
    private const int MaxDepth = 3;
    private const string ProjectPattern = "*.csproj";

    private static readonly EnumerationOptions Reachable = new() { IgnoreInaccessible = true };
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

        // Somebody who names a folder with one project means that project.
        if (Directory.GetFiles(full, ProjectPattern) is [var here])
        {
            return new ServerProject(here);
        }

        foreach (var folder in SearchFolders(full))
        {
            switch (ServersBelow(folder, MaxDepth).Order(StringComparer.Ordinal).ToList())
            {
                case [var only]:
                    return new ServerProject(only);
                case [_, _, ..] several:
                    throw new CliException($"Several server projects were found. Choose one with --project:\n  {string.Join("\n  ", several)}");
            }
        }

        throw new CliException($"No Pod server project was found in or above '{full}'. Give its folder with --project.");
    }

    // The folder, and its ancestors up to the one that holds the solution or repository; outside of any, the folder alone.
    private static List<string> SearchFolders(string start)
    {
        var folders = new List<string>();
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            folders.Add(folder);
            if (Directory.Exists(Path.Combine(folder, ".git")) || Directory.EnumerateFiles(folder, "*.sln*").Any())
            {
                return folders;
            }
        }

        return [start];
    }

    private static IEnumerable<string> ServersBelow(string folder, int depth)
    {
        var here = Directory.EnumerateFiles(folder, ProjectPattern, Reachable).Where(IsServer).ToList();
        if (here.Count > 0 || depth == 0)
        {
            return here;
        }

        return Directory.EnumerateDirectories(folder, "*", Reachable)
            .Where(static child => Path.GetFileName(child) is var name && !name.StartsWith('.') && !IgnoredFolders.Contains(name))
            .SelectMany(child => ServersBelow(child, depth - 1));
    }

    // A server references the runtime and is a web project, a module says that it is one; the framework's own libraries and tests are not.
    private static bool IsServer(string projectFile)
    {
        var text = File.ReadAllText(projectFile);
        return text.Contains("Pod.Runtime", StringComparison.Ordinal)
            && (text.Contains("Microsoft.NET.Sdk.Web", StringComparison.Ordinal) || File.Exists(Path.Combine(Path.GetDirectoryName(projectFile)!, ProjectConfiguration.FileName)));
    }
}
