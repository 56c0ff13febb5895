using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Pod.Cli.Projects;

/// <summary>A package of Pod that a project pins.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">The version.</param>
/// <param name="File">Where it stands.</param>
internal sealed record PodPackage(string Name, string Version, string File)
{
    private const string Prefix = "Pod.";

    /// <summary>The tool's own package.</summary>
    public const string Tool = "Pod.Cli";

    /// <summary>Finds the packages that the project, its central versions and the tool manifest name.</summary>
    public static IReadOnlyList<PodPackage> FindAll(ServerProject project) =>
    [
        .. OfProjectFile(project.ProjectFile),
        .. Above(project.Folder, "Directory.Packages.props").SelectMany(OfProjectFile),
        .. Above(project.Folder, Path.Combine(".config", "dotnet-tools.json")).SelectMany(OfManifest),
    ];

    // The nearest one counts, as for MSBuild and dotnet.
    private static IEnumerable<string> Above(string folder, string file)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (System.IO.File.Exists(Path.Combine(current, file)))
            {
                return [Path.Combine(current, file)];
            }
        }

        return [];
    }

    private static IEnumerable<PodPackage> OfProjectFile(string file)
    {
        try
        {
            return
            [
                .. from element in XDocument.Load(file).Descendants()
                   where element.Name.LocalName is "PackageReference" or "PackageVersion"
                   let name = (string?)element.Attribute("Include") ?? ""
                   let version = (string?)element.Attribute("Version")
                   where name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && version is not null && !version.Contains('$', StringComparison.Ordinal)
                   select new PodPackage(name, version, file),
            ];
        }
        catch (XmlException exception)
        {
            throw new CliException($"'{file}' cannot be read: {exception.Message}");
        }
    }

    private static List<PodPackage> OfManifest(string file)
    {
        try
        {
            using var manifest = JsonDocument.Parse(System.IO.File.ReadAllText(file));
            return manifest.RootElement.TryGetProperty("tools", out var tools)
                ? [.. tools.EnumerateObject().Where(static tool => tool.Name.Equals(Tool, StringComparison.OrdinalIgnoreCase)).Select(tool => new PodPackage(Tool, tool.Value.GetProperty("version").GetString()!, file))]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new CliException($"'{file}' cannot be read: {exception.Message}");
        }
    }
}
