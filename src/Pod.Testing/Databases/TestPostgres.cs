using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Pod.EmbeddedPostgres;

namespace Pod.Testing.Databases;

/// <summary>The PostgreSQL servers that this process tests on: a private one, started for the first host that wants it, and those that hosts name.</summary>
internal static class TestPostgres
{
    public const string Variable = "POD_TEST_CONNECTION";

    // As many processes of one user as may test at the same time.
    private const int Folders = 64;

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
        var (embedded, folder) = connectionString.Length == 0 ? await StartEmbeddedAsync().ConfigureAwait(false) : default;
        var server = new DatabaseServer(embedded?.GetConnectionString("postgres") ?? connectionString, embedded, folder);
        await server.DropLeftoversAsync().ConfigureAwait(false);
        return server;
    }

    // A folder is used again by later runs, because making one takes a second; its lock belongs to one process at a time and ends with it.
    private static async Task<(EmbeddedPostgresServer Server, FileStream Lock)> StartEmbeddedAsync()
    {
        var root = Path.Combine(Path.GetTempPath(), "pod-testing-" + Environment.UserName);
        Directory.CreateDirectory(root);
        for (var number = 0; number < Folders; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{number}");
            if (TryLock(Path.Combine(root, name + ".lock")) is not { } taken)
            {
                continue;
            }

            try
            {
                var server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
                {
                    DataDirectory = Path.Combine(root, name),
                    Settings = new Dictionary<string, string>
                    {
                        ["max_connections"] = "300",
                        ["fsync"] = "off",
                        ["synchronous_commit"] = "off",
                        ["full_page_writes"] = "off",
                    },
                }).ConfigureAwait(false);
                return (server, taken);
            }
            catch
            {
                await taken.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }

        throw new PodTestStartException($"{Folders} processes test on this machine already. Wait for them, or set {Variable} to the connection string of a server.");
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

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
