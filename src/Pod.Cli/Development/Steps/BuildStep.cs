using System.Diagnostics;
using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Instance;
using Pod.Cli.Development.Processes;

namespace Pod.Cli.Development.Steps;

/// <summary>Builds the server and puts its program where it is run from. With errors the program stays the last good one.</summary>
internal sealed class BuildStep(LoopOptions options, InstanceRecord record, EventStream events, TimeProvider time) : IStep
{
    private readonly ProgramFolders _programs = new(options.Instance);
    private string? _target;

    // Whether the last build left everything that the project references as its sources want it.
    private bool _isWhole;

    public string Name => "build";

    /// <summary>Gets the server's program.</summary>
    /// <exception cref="InvalidOperationException">Nothing was built yet.</exception>
    public string Program { get => field ?? throw new InvalidOperationException("The server was not built yet."); private set; }

    public async Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        using var building = await FileLock.TakeAsync(options.Instance.BuildLockFile, time, cancellationToken);
        var findings = new BuildFindings();
        var target = FindTargetAsync(changes, cancellationToken);
        var isBuilt = await RunAsync(BuildArguments(changes), findings.Read, cancellationToken) == 0;
        var found = findings.All(isBuilt);
        foreach (var finding in found)
        {
            events.Emit(new ProblemFound(Name, finding));
        }

        _target = await target;
        _isWhole = isBuilt;
        if (!isBuilt)
        {
            return StepResult.Failed($"errors: {findings.Errors}");
        }

        Program = Path.Combine(_programs.Take(Path.GetDirectoryName(_target)!), Path.GetFileName(_target));
        return StepResult.Done(found.Count == 0 ? "built" : $"built, warnings: {found.Count}");
    }

    // 'dotnet build' is the same with more of its own before it begins. The migrations have a step of their own, and a build that leaves nothing running needs
    // no second thought at the end.
    private string[] BuildArguments(ChangeSet changes) =>
    [
        "msbuild", options.Project.ProjectFile, "-nologo", "-v:q", "-tl:off", "-clp:NoSummary", "-nodeReuse:false", "-p:PodCheckMigrations=false",
        .. changes.TouchesProjects ? ["-restore"] : Array.Empty<string>(),
        .. _isWhole && changes.IsWithin(options.Project.Folder) ? ["-p:BuildProjectReferences=false"] : Array.Empty<string>(),
    ];

    private async Task<string> FindTargetAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (_target is not null && !changes.TouchesProjects)
        {
            return _target;
        }

        var lines = new List<string>();
        await RunAsync(["msbuild", options.Project.ProjectFile, "-nologo", "-getProperty:TargetPath"], line => lines.Add(line.Trim()), cancellationToken);
        return lines.FindLast(static line => line.EndsWith(".dll", StringComparison.Ordinal))
            ?? throw new CliException($"MSBuild does not say what '{options.Project.ProjectFile}' builds:\n{string.Join('\n', lines)}");
    }

    private async Task<int> RunAsync(string[] arguments, Action<string> readLine, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = options.Project.Folder };
        // Compilers speak the language of the machine; their words are read here.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        var gate = new Lock();
        await using var process = ChildProcess.Start(start, record, time, line =>
        {
            lock (gate)
            {
                readLine(line);
            }
        });
        return await process.Exit.WaitAsync(cancellationToken);
    }
}
