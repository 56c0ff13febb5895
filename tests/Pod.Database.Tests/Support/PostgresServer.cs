using Npgsql;
using Pod.EmbeddedPostgres;

namespace Pod.Database.Tests.Support;

/// <summary>The one PostgreSQL of this test process.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = EnterableFolder.Create("pod-database-tests-");
    private EmbeddedPostgresServer? _server;
    private int _databases;

    public async Task InitializeAsync() => _server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
    {
        DataDirectory = Path.Combine(_folder, "data"),
        // Nothing of it outlives the tests.
        Settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off" },
    });

    public string ConnectionString(string database) => _server!.GetConnectionString(database);

    /// <summary>Creates an empty database.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(_server!.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
