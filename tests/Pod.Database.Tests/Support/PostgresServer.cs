namespace Pod.Database.Tests.Support;

/// <summary>The one PostgreSQL of this test process.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private ThrowawayPostgres? _server;

    public async Task InitializeAsync() => _server = await ThrowawayPostgres.StartAsync("pod-database-tests-");

    public string ConnectionString(string database) => _server!.ConnectionStringOf(database);

    /// <summary>Creates an empty database.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseAsync() => ConnectionString(await _server!.NewDatabaseAsync());

    public async Task DisposeAsync() => await _server!.DisposeAsync();
}
