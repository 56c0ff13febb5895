using Pod.Generator;

namespace Pod.Cli.Projects;

/// <summary>One generator run over a project on disk.</summary>
internal sealed class ProjectGeneration(ServerProject project)
{
    /// <summary>Runs the generator; nothing is written yet.</summary>
    /// <param name="inputFile">The file that MSBuild wrote, or null to find it.</param>
    /// <param name="cancellationToken">Ends a run of MSBuild.</param>
    public async Task<(GenerationResult Result, GeneratedFileStore Store)> RunAsync(string? inputFile, CancellationToken cancellationToken)
    {
        var build = inputFile is null ? await BuildInputProvider.GetAsync(project, cancellationToken) : BuildInput.Read(inputFile);
        var layout = ProjectLayout.Of(project, ProjectConfiguration.Load(project));
        var result = ProjectGenerator.Generate(GenerationInputLoader.Load(project, build, layout));
        return (result, new GeneratedFileStore(project, layout));
    }
}
