using Pod.EmbeddedPostgres.Cluster;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>
/// A server that processes share. Each holds the users' file open, a pipe with a name; the supervisor reads it, and the operating system tells it when
/// nobody is left, however they ended.
/// </summary>
internal sealed class SharedServer : IServerTenure
{
    // The supervisor takes the file away for a moment to look whether somebody has just come.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly FileStream _users;

    private SharedServer(int processId, FileStream users)
    {
        ProcessId = processId;
        _users = users;
    }

    public int ProcessId { get; }

    /// <summary>Joins the users of the server that runs on a folder. Only to be used under the folder's lock.</summary>
    /// <returns>The share, or null when there is no server, or one that is about to stop.</returns>
    public static async Task<SharedServer?> TryJoinAsync(DataFolder folder, TimeProvider time, CancellationToken cancellationToken)
    {
        SharedServer? joined = null;
        await Polling.UntilAsync(
            () => RunningCluster.Ready(folder) is not { } server || (joined = TryOpen(folder, server.ProcessId)) is not null, Patience, time, cancellationToken).ConfigureAwait(false);
        return joined;
    }

    public Task EndAsync(CancellationToken cancellationToken) => _users.DisposeAsync().AsTask();

    private static SharedServer? TryOpen(DataFolder folder, int processId)
    {
        try
        {
            // For reading as well, because opening a pipe for writing alone waits for a reader.
            var users = new FileStream(folder.UsersFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            // Tells the supervisor, which may be looking for the last time, that somebody is there.
            users.WriteByte((byte)'\n');
            return new SharedServer(processId, users);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
