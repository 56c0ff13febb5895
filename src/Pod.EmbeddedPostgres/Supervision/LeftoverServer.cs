using System.Diagnostics;
using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Cluster;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>Clears away what a former owner left: a server that still runs, or the files of one that was killed. Only to be used under the owner's lock.</summary>
internal sealed class LeftoverServer(EmbeddedPostgresOptions options)
{
    private static readonly TimeSpan HardStopTimeout = TimeSpan.FromSeconds(10);

    public async Task ClearAsync(string cluster, CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(cluster) is not { } file)
        {
            return;
        }

        if (PostmasterProcess.Serves(file.ProcessId, cluster))
        {
            options.Log?.Invoke($"A PostgreSQL without owner (pid {file.ProcessId}) still runs on '{cluster}'; it is stopped first.");
            await StopAsync(file.ProcessId, cluster, isPatient: true, cancellationToken).ConfigureAwait(false);
        }
        else if (PostmasterProcess.Exists(file.ProcessId))
        {
            // PostgreSQL itself would refuse: the number of the server that was killed now belongs to another program.
            options.Log?.Invoke($"The stale '{PostmasterFile.PathIn(cluster)}' names pid {file.ProcessId}, which is another program now; the file is removed.");
            File.Delete(PostmasterFile.PathIn(cluster));
        }
    }

    /// <summary>Stops a server that is not (or no longer) under a supervisor: in order, then hard, then by force.</summary>
    /// <param name="processId">The server.</param>
    /// <param name="cluster">The folder it must be working in: a number alone could be a stranger's by now.</param>
    /// <param name="isPatient">Whether to try the orderly stop first.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task StopAsync(int processId, string cluster, bool isPatient, CancellationToken cancellationToken)
    {
        (int Signal, TimeSpan Timeout)[] steps =
        [
            (NativeMethods.SignalInterrupt, options.StopTimeout),
            (NativeMethods.SignalQuit, HardStopTimeout),
            (NativeMethods.SignalKill, HardStopTimeout),
        ];
        foreach (var (signal, timeout) in steps.Skip(isPatient ? 0 : 1))
        {
            if (!PostmasterProcess.Serves(processId, cluster))
            {
                return;
            }

            Send(processId, signal);
            var gone = () => !PostmasterProcess.Serves(processId, cluster);
            if (await Polling.UntilAsync(gone, timeout, options.TimeProvider, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new EmbeddedPostgresException($"The PostgreSQL with pid {processId} on '{cluster}' does not stop. End the process and start again.");
    }

    private static void Send(int processId, int signal)
    {
        if (!OperatingSystem.IsWindows())
        {
            NativeMethods.Signal(processId, signal);
        }
        else if (signal == NativeMethods.SignalKill)
        {
            // Windows has no signals; the former owner's supervisor is the one that stops in order.
            using var process = Process.GetProcessById(processId);
            process.Kill(entireProcessTree: true);
        }
    }
}
