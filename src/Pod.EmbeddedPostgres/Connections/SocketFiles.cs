namespace Pod.EmbeddedPostgres.Connections;

/// <summary>The socket and its lock file. Only the owner of the data folder uses them, so whatever is there when no server runs is stale.</summary>
internal static class SocketFiles
{
    public static void RemoveStale(ServerAddress address)
    {
        if (address.HasSocket)
        {
            File.Delete(address.SocketFile);
            File.Delete(address.SocketFile + ".lock");
        }
    }

    /// <summary>Removes the folder as well.</summary>
    public static void Remove(ServerAddress address)
    {
        try
        {
            RemoveStale(address);
            if (address.HasSocket)
            {
                Directory.Delete(address.SocketFolder!);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something else lies in it, or it is gone already. The next start uses the same name again.
        }
    }
}
