using Pod.EmbeddedPostgres.Connections;
using Pod.EmbeddedPostgres.Supervision;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>A server that some process runs on a data folder, as seen from any other process of the same user.</summary>
internal static class RunningCluster
{
    /// <summary>Finds where the server listens.</summary>
    /// <returns>The address, or null when no server on that folder is ready.</returns>
    public static ServerAddress? Find(string dataDirectory) =>
        DataFolderLocator.Candidates(dataDirectory).Select(AddressOf).FirstOrDefault(static address => address is not null);

    /// <summary>Finds where the server of one folder listens; null when none on it is ready.</summary>
    public static ServerAddress? AddressOf(DataFolder folder) =>
        Ready(folder) is { } file
            ? new ServerAddress(
                file.SocketFolder.Length > 0 ? file.SocketFolder : null, file.Port, file.ListenAddress.Length > 0 ? ServerPassword.Find(folder) : null)
            : null;

    /// <summary>Gives what the server of one folder says of itself; null when none on it is ready.</summary>
    public static PostmasterFile? Ready(DataFolder folder) => Serving(folder) is { IsReady: true } file ? file : null;

    /// <summary>Stops the server on a data folder in order, whoever owns it.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> StopAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        foreach (var folder in DataFolderLocator.Candidates(dataDirectory))
        {
            if (Serving(folder) is { } file)
            {
                var options = new EmbeddedPostgresOptions { DataDirectory = dataDirectory };
                await new LeftoverServer(options).StopAsync(file.ProcessId, folder.Cluster, isPatient: true, cancellationToken).ConfigureAwait(false);
                return true;
            }
        }

        return false;
    }

    private static PostmasterFile? Serving(DataFolder folder) =>
        PostmasterFile.Read(folder.Cluster) is { } file && PostmasterProcess.Serves(file.ProcessId, folder.Cluster) ? file : null;
}
