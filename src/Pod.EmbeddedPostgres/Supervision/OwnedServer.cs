using Pod.EmbeddedPostgres.Cluster;
using Pod.EmbeddedPostgres.Connections;

namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>A server that belongs to this process alone: it stops at the end.</summary>
internal sealed class OwnedServer(ServerProcess process, ServerAddress address, OwnerLock ownerLock, ITimer logWatch) : IServerTenure
{
    public int ProcessId => process.ProcessId;

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await process.StopAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await logWatch.DisposeAsync().ConfigureAwait(false);
            SocketFiles.Remove(address);
            ownerLock.Dispose();
        }
    }
}
