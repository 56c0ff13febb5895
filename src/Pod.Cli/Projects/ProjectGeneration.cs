using Pod.Cli.Projects.Inputs;
using Pod.Generator;

namespace Pod.Cli.Projects;

/// <summary>Generator runs over a project on disk; all but the first do only what the changes since the last ask for.</summary>
internal sealed class ProjectGeneration(ServerProject project)
{
    private readonly GenerationSession _session = new();
    private readonly ReferenceFiles _references = new();

    /// <summary>Runs the generator; nothing is written yet.</summary>
    /// <param name="inputFile">The file that MSBuild wrote, or null to find it.</param>
    /// <param name="cancellationToken">Ends a run of MSBuild.</param>
    public async Task<(GenerationResult Result, GeneratedFileStore Store)> RunAsync(string? inputFile, CancellationToken cancellationToken)
    {
        var build = inputFile is null ? await BuildInputProvider.GetAsync(project, cancellationToken) : BuildInput.Read(inputFile);
        var configuration = ProjectConfiguration.Load(project);
        var layout = ProjectLayout.Of(project, configuration);
        var result = _session.Generate(GenerationInputLoader.Load(project, build, layout, _references) with
        {
            CustomTypes = configuration.CustomTypes,
            HasDatabase = configuration.HasDatabase,
            StoresPlainJson = configuration.StoresPlainJson,
            IsModule = configuration.IsModule,
            Nickname = configuration.Nickname,
            TestTools = TestToolsLocator.Find(project, configuration),
            Modules = ModuleLoader.Load(build.Modules, configuration),
        });
        return (result, new GeneratedFileStore(project, layout));
    }
}
