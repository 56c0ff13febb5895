using System.Runtime.InteropServices;
using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Instance;
using Pod.Cli.Development.Output;
using Pod.Cli.Development.Requests;
using Pod.Cli.Development.Steps;

namespace Pod.Cli.Development;

/// <summary>One <c>dotnet pod start</c>, from the lock to the last process: puts the loop together, shows what happens, and stops server, apps and database in this order.</summary>
internal sealed class DevelopmentSession(LoopOptions options, bool watches, TimeProvider time)
{
    private readonly EventStream _events = new(time);

    /// <summary>Runs until somebody quits.</summary>
    /// <param name="readerOf">Gives what shows the events; it may ask for commands.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="CliException">Another one runs already.</exception>
    public async Task<int> RunAsync(Func<LoopInbox, IEventReader> readerOf, CancellationToken cancellationToken)
    {
        using var alone = FileLock.TryTake(options.Instance.LockFile) ?? throw AlreadyRuns();
        using var inbox = new LoopInbox();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inbox.Quit);
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => EndInOrder(signal, end));
        var showing = ShowAsync(readerOf(inbox), end);
        try
        {
            foreach (var ended in await Leftovers.ClearAsync(options.Instance, end.Token))
            {
                _events.Emit(new Noticed(ended));
            }

            var record = new InstanceRecord(options.Instance);
            await RunAsync(record, inbox, end.Token);
            record.Delete();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // This happened before anything was started.
        }
        finally
        {
            _events.Complete();
            await showing;
        }

        return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Success;
    }

    // The terminal's window was closed. Without this the server would stay.
    private static void EndInOrder(PosixSignalContext signal, CancellationTokenSource end)
    {
        signal.Cancel = true;
        end.Cancel();
    }

    // Whoever cannot show anything any more, because its output was closed, ends the loop.
    private async Task ShowAsync(IEventReader reader, CancellationTokenSource end)
    {
        try
        {
            await reader.RunAsync(_events);
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
    }

    private async Task RunAsync(InstanceRecord record, LoopInbox inbox, CancellationToken cancellationToken)
    {
        await using var socket = CommandSocket.Open(options.Instance, inbox);
        await using var database = new DatabaseStep(options, _events);
        await using var apps = new AppsStep(options, record, _events, time);
        var generate = new GenerateStep(options, _events, time);
        var build = new BuildStep(options, record, _events, time);
        await using var server = new ServerStep(options, database, build, record, _events, time);
        await using var appHost = options.AppHost is { } project ? new AppHostStep(project, options, record, _events, time) : null;
        IStep[] steps = appHost is not null
            ? [generate, appHost, apps]
            : [database, new RedisStep(options, _events, time), generate, build, new MigrateStep(options, database, generate, _events, time), server, apps];
        using var watcher = watches ? new SourceWatcher(SourceFolders.Of(options.Project.ProjectFile), SourceFilter.IsSource, inbox.Changed) : null;
        Announce();
        try
        {
            await new DevelopmentLoop(steps, new MigrationTool(options, database, _events), inbox, _events, time).RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _events.Emit(new Noticed("stopping"));
        }
    }

    private void Announce()
    {
        var name = options.Instance.Name is { } isolated ? $", isolated as '{isolated}'" : "";
        _events.Emit(new Noticed($"{options.Project.Name} in {options.Mode}{name}; commands go to {options.Instance.Socket}"));
    }

    private CliException AlreadyRuns()
    {
        var (process, place) = InstanceRecord.Read(options.Instance) is { } first
            ? ($" (pid {first.ProcessId})", first.Address is { } address ? $" Its server listens at {address}." : " Its server does not listen.")
            : ("", "");
        return new CliException(
            $"'dotnet pod start' runs for '{options.Project.Name}' already{process}.{place} It takes commands at {options.Instance.Socket}. "
            + "Quit it there, or start one beside it with --isolated=<name>.",
            exitCode: ExitCode.Refused);
    }
}
