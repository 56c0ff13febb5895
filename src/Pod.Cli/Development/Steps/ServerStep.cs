using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Instance;
using Pod.Cli.Development.Processes;

namespace Pod.Cli.Development.Steps;

/// <summary>Runs the program that was built last: stops the one before in order, starts the new one and waits until it listens.</summary>
internal sealed class ServerStep(LoopOptions options, DatabaseStep database, BuildStep build, InstanceRecord record, EventStream events, TimeProvider time)
    : IStep, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private ServerRun? _run;

    public string Name => "server";

    public async Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var connectionString = database.Current?.ConnectionString;
        if (!changes.RestartsServer && _run is { Exit.IsCompleted: false } current && current.Program == build.Program && current.ConnectionString == connectionString)
        {
            return null;
        }

        await DisposeAsync();
        events.Emit(new ServerChanged("starting"));
        var run = _run = ServerRun.Start(build.Program, options, connectionString, record, events, time);
        await Task.WhenAny(run.Listening, run.Exit, Task.Delay(Patience, time, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (run.Exit.IsCompleted)
        {
            events.Emit(new ServerChanged("ended"));
            return StepResult.Failed($"the server ended with code {await run.Exit}: {run.LastLine}");
        }

        _ = WatchAsync(run);
        if (!run.Listening.IsCompleted)
        {
            return StepResult.Done($"started (pid {run.ProcessId}), but does not listen yet");
        }

        var address = await run.Listening;
        record.Listens(address);
        events.Emit(new ServerChanged("running", address));
        return StepResult.Done($"ready at {address} (pid {run.ProcessId})");
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is { } run)
        {
            _run = null;
            record.Listens(address: null);
            await run.DisposeAsync();
            events.Emit(new ServerChanged("stopped"));
        }
    }

    private async Task WatchAsync(ServerRun run)
    {
        var code = await run.Exit;
        if (!run.IsStopping)
        {
            record.Listens(address: null);
            events.Emit(new ServerChanged("ended"));
            events.Emit(new Noticed($"the server ended by itself with code {code}; it starts again at the next change, or with 'R'"));
        }
    }
}
