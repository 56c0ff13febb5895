using Npgsql;
using Pod.Cli.Tests.Sql;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Tests.Support;

/// <summary>A PostgreSQL for the tests of a class; each test works in a database or a schema of its own.</summary>
public sealed class SqlServer : IAsyncLifetime
{
    private readonly string _folder = EnterableFolder.Create("pod-sql-tests-");
    private EmbeddedPostgresServer? _server;
    private int _databases;
    private int _schemas;

    public async Task InitializeAsync() => _server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
    {
        DataDirectory = Path.Combine(_folder, "data"),
        // Nothing of it outlives the tests.
        Settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off" },
    });

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public string ConnectionString(string schema) => $"{ConnectionStringOf("postgres")};Search Path={schema}";

    public string ConnectionStringOf(string database) => $"{_server!.GetConnectionString(database)};Pooling=false";

    public async Task<string> NewDatabaseAsync()
    {
        var name = $"d{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionStringOf("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return name;
    }

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
