using Npgsql;
using Pod.EmbeddedPostgres;

namespace Pod.Tests;

/// <summary>A private PostgreSQL of which nothing outlives the tests, so that it needs not care for power failures.</summary>
internal sealed class ThrowawayPostgres : IAsyncDisposable
{
    private readonly string _folder;
    private readonly EmbeddedPostgresServer _server;
    private int _databases;

    private ThrowawayPostgres(string folder, EmbeddedPostgresServer server)
    {
        _folder = folder;
        _server = server;
    }

    public string ConnectionString => _server.ConnectionString;

    /// <summary>Starts a server.</summary>
    /// <param name="prefix">How the name of its folder begins.</param>
    public static async Task<ThrowawayPostgres> StartAsync(string prefix)
    {
        var folder = EnterableFolder.Create(prefix);
        return new ThrowawayPostgres(folder, await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
        {
            DataDirectory = Path.Combine(folder, "data"),
            Settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off" },
        }));
    }

    public string ConnectionStringOf(string database) => _server.GetConnectionString(database);

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
