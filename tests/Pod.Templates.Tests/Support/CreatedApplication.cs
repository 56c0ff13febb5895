using System.Text.Json;

namespace Pod.Templates.Tests.Support;

/// <summary>A project that the template made.</summary>
/// <param name="templates">The packed templates.</param>
/// <param name="name">The application's name.</param>
/// <param name="root">Its folder.</param>
public sealed class CreatedApplication(PackedTemplates templates, string name, string root)
{
    private static readonly string[] BuildFolders = ["bin", "obj", ".pod"];

    public string Name => name;

    public string Root => root;

    public string Server => PathOf($"{name}.Server");

    public string Tests => PathOf($"{name}.Server.Tests");

    public string Web => PathOf($"{name}.Web");

    /// <summary>The files, relative to the root, with forward slashes; without what builds make.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(static path => !path.Split('/').Any(BuildFolders.Contains))
            .Order(StringComparer.Ordinal),
    ];

    public string PathOf(string relative) => Path.Combine(root, relative);

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Builds projects at once, as CI does: warnings are errors, and so are generated files and migrations that do not fit their sources.</summary>
    public async Task BuildAsync(params string[] projects)
    {
        var filter = Directory.CreateDirectory(PathOf("obj")).FullName + "/built.slnf";
        var paths = projects.Select(path => Path.Combine(Path.GetFileName(path), $"{Path.GetFileName(path)}.csproj"));
        await File.WriteAllTextAsync(filter, JsonSerializer.Serialize(new { solution = new { path = $"../{name}.sln", projects = paths } }));
        string[] strictly = ["-warnaserror", "-p:PodCheckGenerated=true", "-p:PodCheckMigrations=true"];
        (await templates.DotNetAsync(root, ["build", filter, "-nologo", "-v:q", "-nodeReuse:false", .. strictly])).Succeeded();
    }

    public Task<CommandResult> DotNetAsync(params string[] arguments) => templates.DotNetAsync(root, arguments);

    /// <summary>Starts a program that was built, on a port of its own, as <c>dotnet run</c> does.</summary>
    internal Task<RunningServer> StartAsync(string project, params string[] arguments) =>
        RunningServer.StartAsync(templates.Start(project, ["run", "--no-build", "--project", $"{Path.GetFileName(project)}.csproj", "--", "--urls", "http://127.0.0.1:0", .. arguments]));

    public Task<CommandResult> TestAsync() => templates.DotNetAsync(root, "test", Tests, "--no-build", "-nologo");
}
