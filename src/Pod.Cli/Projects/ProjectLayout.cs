using System.Xml.Linq;
using Pod.Generator;

namespace Pod.Cli.Projects;

/// <summary>Where a project's generated files go and what they are called.</summary>
/// <param name="Module">The module name, for example <c>chat</c>.</param>
/// <param name="ClientFolder">The client project's folder, or null when there is none.</param>
/// <param name="ClientNamespace">The client's namespace, for example <c>Chat.Client</c>.</param>
/// <param name="ClientClass">The client's class, for example <c>ChatClient</c>, in a module <c>BillingModule</c>.</param>
/// <param name="HasClientHosting">Whether the client project references <c>Pod.Client.Hosting</c>.</param>
internal sealed record ProjectLayout(string Module, string? ClientFolder, string ClientNamespace, string ClientClass, bool HasClientHosting)
{
    private const string ClientHosting = "Pod.Client.Hosting";

    public static ProjectLayout Of(ServerProject project, ProjectConfiguration configuration)
    {
        var usual = $"../{project.Application}.Client";
        var folder = Path.GetFullPath(Path.Combine(project.Folder, configuration.Client ?? usual));
        if (!Directory.Exists(folder))
        {
            folder = configuration.Client is null
                ? null
                : throw new CliException($"The client folder '{configuration.Client}' of {ProjectConfiguration.FileName} does not exist. Create the project or correct the path.");
        }

        var clientName = folder is null ? $"{project.Application}.Client" : ProjectName(folder);
        var words = project.Application.Split('.', '-');
        return new ProjectLayout(
            configuration.Module ?? Naming.Snake(string.Concat(words.Select(Naming.Pascal))),
            folder,
            Naming.Namespace(clientName),
            string.Concat(words.Select(Naming.Pascal)) + (configuration.IsModule ? "Module" : "Client"),
            folder is not null && ReferencesHosting(folder));
    }

    private static bool ReferencesHosting(string folder) => Directory.EnumerateFiles(folder, "*.csproj")
        .SelectMany(static file => XDocument.Load(file).Descendants())
        .Select(static element => (element.Name.LocalName, Include: ((string?)element.Attribute("Include") ?? "").Replace('\\', '/')))
        .Any(static element => element is { LocalName: "PackageReference", Include: ClientHosting }
            || (element.LocalName == "ProjectReference" && Path.GetFileName(element.Include) == ClientHosting + ".csproj"));

    private static string ProjectName(string folder) =>
        Directory.EnumerateFiles(folder, "*.csproj").Select(Path.GetFileNameWithoutExtension).FirstOrDefault() ?? Path.GetFileName(folder);
}
