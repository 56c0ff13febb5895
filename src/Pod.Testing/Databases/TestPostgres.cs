using System.Collections.Concurrent;
using Npgsql;
using Pod.EmbeddedPostgres;

namespace Pod.Testing.Databases;

/// <summary>The PostgreSQL servers that this process tests on: a private one, which all test processes of a user share, and those that hosts name.</summary>
internal static class TestPostgres
{
    public const string Variable = "POD_TEST_CONNECTION";

    private static readonly ConcurrentDictionary<string, Lazy<Task<DatabaseServer>>> Servers = new(StringComparer.Ordinal);

    static TestPostgres() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => StopAsync().GetAwaiter().GetResult();

    /// <summary>Gives the server behind a connection string; without one, that of the variable, or the private one.</summary>
    public static Task<DatabaseServer> GetAsync(string? connectionString)
    {
        var key = connectionString ?? Environment.GetEnvironmentVariable(Variable) ?? "";
        return Servers.GetOrAdd(key, static key => new Lazy<Task<DatabaseServer>>(() => StartAsync(key))).Value;
    }

    private static async Task<DatabaseServer> StartAsync(string connectionString)
    {
        var embedded = connectionString.Length == 0 ? await StartEmbeddedAsync().ConfigureAwait(false) : null;
        var server = new DatabaseServer(embedded?.GetConnectionString("postgres") ?? connectionString, embedded);
        await server.DropLeftoversAsync().ConfigureAwait(false);
        return server;
    }

    // All test processes of a user share one server. The folder is used again by later runs, because making one takes a second.
    private static Task<EmbeddedPostgresServer> StartEmbeddedAsync() => EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
    {
        DataDirectory = Path.Combine(Path.GetTempPath(), "pod-testing-" + Environment.UserName, "shared"),
        Shared = true,
        Settings = new Dictionary<string, string>
        {
            ["max_connections"] = "500",
            ["fsync"] = "off",
            ["synchronous_commit"] = "off",
            ["full_page_writes"] = "off",
        },
    });

    private static async Task StopAsync()
    {
        foreach (var started in Servers.Values.Where(static server => server.IsValueCreated).Select(static server => server.Value))
        {
            try
            {
                var server = await started.ConfigureAwait(false);
                await server.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is NpgsqlException or EmbeddedPostgresException or PodTestException or ArgumentException or IOException)
            {
                // The process ends. What is left is dropped at the next start.
            }
        }
    }
}
