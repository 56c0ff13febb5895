using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Instance;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Generator;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Development.Steps;

/// <summary>Generates code from models and endpoints; only what changed is read again.</summary>
internal sealed class GenerateStep(LoopOptions options, EventStream events, TimeProvider time) : IStep
{
    private readonly ProjectGeneration _generation = new(options.Project);

    // Advice is given once.
    private IReadOnlyList<Diagnostic> _findings = [];

    public string Name => "generate";

    /// <summary>Gets what the models and endpoints say.</summary>
    public GenerationResult? Result { get; private set; }

    public async Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        using var building = await FileLock.TakeAsync(options.Instance.BuildLockFile, time, cancellationToken);
        var startedAt = time.GetUtcNow().UtcDateTime;
        var (result, store) = await _generation.RunAsync(inputFile: null, cancellationToken);
        var known = _findings;
        _findings = result.Diagnostics;
        foreach (var diagnostic in result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || !known.Contains(diagnostic)))
        {
            var path = Path.GetFullPath(Path.Combine(options.Project.Folder, diagnostic.Span.Path));
            events.Emit(new ProblemFound(Name, new CommandDiagnostic(diagnostic.Id, diagnostic.Severity, diagnostic.Message, path, diagnostic.Span.Line, diagnostic.Span.Column)));
        }

        if (!result.Succeeded)
        {
            return StepResult.Failed($"errors: {result.Diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        }

        var files = store.Compare(result.Files);
        GeneratedFileStore.Apply(files);
        Stamp(startedAt);
        Result = result;
        return StepResult.Done($"{files.Written.Count} written, {files.Deleted.Count} deleted, {files.Unchanged} unchanged");
    }

    // The build that follows runs the generator only for sources that are newer than this file.
    private void Stamp(DateTime startedAt)
    {
        var stamp = Path.Combine(options.Project.Folder, "obj", "pod.stamp");
        if (!File.Exists(stamp))
        {
            File.WriteAllText(stamp, "");
        }

        File.SetLastWriteTimeUtc(stamp, startedAt);
    }
}
