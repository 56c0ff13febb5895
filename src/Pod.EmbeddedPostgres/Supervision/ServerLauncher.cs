using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Binaries;
using Pod.EmbeddedPostgres.Cluster;
using Pod.EmbeddedPostgres.Connections;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>Starts the server and waits until it accepts connections.</summary>
internal sealed class ServerLauncher(PostgresBinaries binaries, ServerAccount account, DataFolder folder, ServerLog log, EmbeddedPostgresOptions options)
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(200);

    public async Task<ServerProcess> StartAsync(ServerAddress address, CancellationToken cancellationToken)
    {
        var time = options.TimeProvider;
        using var deadline = new CancellationTokenSource(options.StartTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var position = log.Length;
        try
        {
            while (true)
            {
                position = log.Length;
                if (await TryStartAsync(address, either.Token).ConfigureAwait(false) is { } server)
                {
                    return server;
                }

                // Workers of a server that was killed need a moment to notice; until then PostgreSQL refuses to start beside them.
                if (!log.Tail(position).Contains("pre-existing shared memory block", StringComparison.Ordinal))
                {
                    throw Failure("ended at once", position);
                }

                await Task.Delay(RetryInterval, time, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure($"did not accept connections within {options.StartTimeout.TotalSeconds:0} seconds", position);
        }
    }

    /// <returns>The server, or <see langword="null"/> when it ended instead.</returns>
    private async Task<ServerProcess?> TryStartAsync(ServerAddress address, CancellationToken cancellationToken)
    {
        var settings = ServerSettings.For(options, address, folder.Cluster);
        var supervisor = Supervisor.Start(SupervisorCommand.Create(binaries, account, folder, log, settings, options));
        try
        {
            await supervisor.WaitForStartAsync(cancellationToken).ConfigureAwait(false);
            var ready = () => IsReady(supervisor);
            await Polling.UntilAsync(() => supervisor.HasExited || ready(), TimeSpan.MaxValue, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            if (!supervisor.HasExited && PostmasterFile.Read(folder.Cluster) is { } file)
            {
                return new ServerProcess(supervisor, file.ProcessId, folder.Cluster, options);
            }

            supervisor.Dispose();
            return null;
        }
        catch
        {
            supervisor.LetGo();
            await supervisor.WaitForExitAsync(options.StopTimeout, options.TimeProvider, CancellationToken.None).ConfigureAwait(false);
            supervisor.Dispose();
            throw;
        }
    }

    private bool IsReady(Supervisor supervisor) =>
        PostmasterFile.Read(folder.Cluster) is { IsReady: true } file
        && (supervisor.ServerProcessId is not { } pid || pid == file.ProcessId);

    private EmbeddedPostgresException Failure(string what, long position) => new(
        $"PostgreSQL {binaries.Version} ('{binaries.Postgres}'{account.Suffix}) {what} on the data folder '{folder.Root}'. "
        + $"The end of its log '{log.FilePath}':\n{log.Tail(position)}");
}
