using System.Globalization;
using Pod.EmbeddedPostgres.Cluster;
using Pod.EmbeddedPostgres.Connections;

namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>
/// What the server is told on its command line. Modest with memory, for a developer's machine; fsync stays on, because kill -9 must not lose data.
/// </summary>
internal static class ServerSettings
{
    /// <returns>Such as <c>port=5432</c>, one for each <c>-c</c>.</returns>
    public static string[] For(EmbeddedPostgresOptions options, ServerAddress address, string cluster)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["shared_buffers"] = "32MB",
            ["max_connections"] = "100",
            ["jit"] = "off",
            ["logging_collector"] = "off",
            ["log_destination"] = "stderr",
            ["lc_messages"] = "C",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        // These decide who can connect, so they are not the user's to change.
        settings["listen_addresses"] = address.HasTcp ? ServerAddress.TcpHost : "";
        settings["port"] = address.Port.ToString(CultureInfo.InvariantCulture);
        settings["unix_socket_directories"] = address.SocketFolder ?? "";
        if (address.HasSocket)
        {
            settings["unix_socket_permissions"] = "0700";
        }

        if (address is { HasSocket: true, HasTcp: true })
        {
            settings["hba_file"] = HostAccess.PathIn(cluster);
        }

        return [.. settings.Select(setting => $"{setting.Key}={setting.Value}")];
    }
}
