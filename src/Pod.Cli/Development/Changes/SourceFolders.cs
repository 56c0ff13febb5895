using System.Xml.Linq;

namespace Pod.Cli.Development.Changes;

/// <summary>The folders whose files make a project: its own, and those of the projects that it references.</summary>
internal static class SourceFolders
{
    public static IReadOnlyList<string> Of(string projectFile)
    {
        var projects = new HashSet<string>(StringComparer.Ordinal);
        Collect(Path.GetFullPath(projectFile), projects);
        return [.. projects.Select(static project => Path.GetDirectoryName(project)!).Distinct()];
    }

    private static void Collect(string projectFile, HashSet<string> projects)
    {
        if (!File.Exists(projectFile) || !projects.Add(projectFile))
        {
            return;
        }

        foreach (var reference in XDocument.Load(projectFile).Descendants("ProjectReference"))
        {
            // References with properties in their path are rare and belong to things that seldom change.
            if ((string?)reference.Attribute("Include") is { } include && !include.Contains("$(", StringComparison.Ordinal))
            {
                Collect(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(projectFile)!, include.Replace('\\', Path.DirectorySeparatorChar))), projects);
            }
        }
    }
}
