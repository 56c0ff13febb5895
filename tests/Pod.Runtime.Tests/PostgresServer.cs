using Pod.EmbeddedPostgres;

namespace Pod.Runtime.Tests;

/// <summary>A real PostgreSQL.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    // Not a private folder: PostgreSQL has to enter it, and runs as another user when this one is root.
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "pod-runtime-tests-" + Guid.NewGuid().ToString("N"))).FullName;
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
