using Pod.Generator.Incremental;

namespace Pod.Generator;

/// <summary>
/// Runs the pipeline again and again over a project that is being edited, and does only what an edit asks for. Every run gives exactly what
/// <see cref="ProjectGenerator.Generate(GenerationInput)"/> gives for the same input: what is remembered are results of pure steps, found again
/// by everything that the step reads. Not for use by several threads at once.
/// </summary>
public sealed class GenerationSession
{
    internal SyntaxMemory Syntax { get; } = new();

    internal ModelMemory Models { get; } = new();

    internal EndpointMemory Endpoints { get; } = new();

    internal FileMemory Files { get; } = new();

    /// <summary>Runs the pipeline.</summary>
    /// <param name="input">Everything that the run reads.</param>
    /// <returns>The files, the findings and the schema. There are no files when there are errors.</returns>
    public GenerationResult Generate(GenerationInput input) => ProjectGenerator.Generate(input, this);
}
