using Pod.EmbeddedPostgres.Accounts;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>
/// Who may connect when the server listens on TCP too: through the private socket as before, over TCP with the password. The cluster's own
/// <c>pg_hba.conf</c> was made for the socket alone and trusts everybody on the machine.
/// </summary>
internal static class HostAccess
{
    private const string Rules = """
        local all all trust
        host all all 127.0.0.1/32 scram-sha-256

        """;

    public static string PathIn(string cluster) => Path.Combine(cluster, "pod_hba.conf");

    public static void Write(string cluster, ServerAccount account)
    {
        File.WriteAllText(PathIn(cluster), Rules);
        account.TakeOver(PathIn(cluster));
    }
}
