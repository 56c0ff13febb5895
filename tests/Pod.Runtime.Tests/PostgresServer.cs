namespace Pod.Runtime.Tests;

/// <summary>A real PostgreSQL.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private ThrowawayPostgres? _server;

    public string ConnectionString => _server!.ConnectionString;

    public async Task InitializeAsync() => _server = await ThrowawayPostgres.StartAsync("pod-runtime-tests-");

    public async Task DisposeAsync() => await _server!.DisposeAsync();
}
