using Pod.EmbeddedPostgres;

namespace Pod.Runtime.Tests;

/// <summary>A real PostgreSQL.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = EnterableFolder.Create("pod-runtime-tests-");
    private EmbeddedPostgresServer? _server;

    public string ConnectionString => _server!.ConnectionString;

    public async Task InitializeAsync()
        => _server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_folder, "data") });

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
