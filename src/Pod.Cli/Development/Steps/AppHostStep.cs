using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Instance;
using Pod.Cli.Development.Processes;

namespace Pod.Cli.Development.Steps;

/// <summary>Runs the Aspire AppHost in place of the server; it starts database, server and everything else by itself.</summary>
internal sealed class AppHostStep(string projectFile, LoopOptions options, InstanceRecord record, EventStream events, TimeProvider time) : IStep, IAsyncDisposable
{
    // It stops containers and programs of its own.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private ChildProcess? _run;

    public string Name => "apphost";

    public async Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        // The host runs the programs where the build puts them, so it has to be gone before the next build.
        await DisposeAsync();
        events.Emit(new ServerChanged("starting"));
        var start = new ProcessStartInfo("dotnet", ["run", "--project", projectFile, "--", .. options.ServerArguments]) { WorkingDirectory = Path.GetDirectoryName(projectFile) };
        var run = _run = ChildProcess.Start(start, record, time, line => events.Emit(new LogWritten(Name, LogLevel.Information, line)));
        _ = ReportEndAsync(run);
        return StepResult.Done($"started {Path.GetFileNameWithoutExtension(projectFile)} (pid {run.ProcessId})");
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is { } run)
        {
            _run = null;
            await run.StopAsync(StopPatience);
            await run.DisposeAsync();
        }
    }

    private async Task ReportEndAsync(ChildProcess run)
    {
        var code = await run.Exit;
        events.Emit(new ServerChanged("ended"));
        if (_run == run)
        {
            events.Emit(new Noticed($"the AppHost ended by itself with code {code}; it starts again at the next change, or with 'R'"));
        }
    }
}
