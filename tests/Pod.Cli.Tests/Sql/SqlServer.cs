using Npgsql;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Tests.Sql;

/// <summary>A PostgreSQL for the tests of a class; each test works in a schema of its own.</summary>
public sealed class SqlServer : IAsyncLifetime
{
    private readonly string _folder = EnterableFolder.Create("pod-sql-tests-");
    private EmbeddedPostgresServer? _server;
    private int _schemas;

    public async Task InitializeAsync() =>
        _server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_folder, "data") });

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public string ConnectionString(string schema) => $"{_server!.GetConnectionString("postgres")};Pooling=false;Search Path={schema}";

    public async Task<SqlSchema> NewSchemaAsync()
    {
        var name = $"s{Interlocked.Increment(ref _schemas)}";
        var connection = new NpgsqlConnection(ConnectionString(name));
        await connection.OpenAsync();
        var schema = new SqlSchema(connection, name);
        await schema.ExecuteAsync($"CREATE SCHEMA {name}");
        return schema;
    }
}
