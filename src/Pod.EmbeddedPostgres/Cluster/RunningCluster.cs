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

    private static ServerAddress? AddressOf(DataFolder folder) =>
        PostmasterFile.Read(folder.Cluster) is { IsReady: true } file && PostmasterProcess.Serves(file.ProcessId, folder.Cluster)
            ? OperatingSystem.IsWindows()
                ? new ServerAddress(file.ListenAddress, file.Port, ServerPassword.ReadOrCreate(folder))
                : ServerAddress.Socket(file.SocketFolder)
            : null;
}
