namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>A server that accepts connections, until it is stopped.</summary>
internal sealed class ServerProcess(Supervisor supervisor, int processId, string cluster, EmbeddedPostgresOptions options)
{
    // The supervisor itself gives up on an orderly stop after StopTimeout and kills ten seconds later.
    private static readonly TimeSpan SupervisorGrace = TimeSpan.FromSeconds(15);

    public int ProcessId { get; } = processId;

    /// <summary>Leaves the server to those who share it.</summary>
    public void LetGo()
    {
        supervisor.LetGo();
        supervisor.Dispose();
    }

    /// <summary>Stops in order; when cancelled, at once.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        supervisor.LetGo();
        var ended = await supervisor.WaitForExitAsync(options.StopTimeout + SupervisorGrace, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        if (!ended)
        {
            options.Log?.Invoke($"PostgreSQL (pid {ProcessId}) is stopped the hard way.");
        }

        // Also when the supervisor was killed by somebody: it leaves the server running.
        await new LeftoverServer(options).StopAsync(ProcessId, cluster, isPatient: ended, CancellationToken.None).ConfigureAwait(false);
        supervisor.Kill();
        supervisor.Dispose();
    }
}
