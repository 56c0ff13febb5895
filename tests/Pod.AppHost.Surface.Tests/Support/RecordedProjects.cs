using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>Adds projects the way Aspire does: with the addresses of their launch settings as endpoints.</summary>
internal static class RecordedProjects
{
    public static IResourceBuilder<ProjectResource> AddProjectOf(this IDistributedApplicationBuilder builder, string name, IProjectMetadata metadata)
    {
        var project = builder.AddResource(new ProjectResource(name)).WithAnnotation(metadata);
        foreach (var address in Addresses(metadata.ProjectPath))
        {
            project.WithEndpoint(address.Port, scheme: address.Scheme);
        }

        return project;
    }

    private static IEnumerable<Uri> Addresses(string projectPath)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(file))
        {
            return [];
        }

        var profile = JsonNode.Parse(File.ReadAllText(file))!["profiles"]!.AsObject().First().Value!;
        return ((string?)profile["applicationUrl"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static address => new Uri(address));
    }
}
