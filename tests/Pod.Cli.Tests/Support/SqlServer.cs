using Npgsql;
using Pod.Cli.Tests.Sql;

namespace Pod.Cli.Tests.Support;

/// <summary>A PostgreSQL for the tests of a class; each test works in a database or a schema of its own.</summary>
public sealed class SqlServer : IAsyncLifetime
{
    private ThrowawayPostgres? _server;
    private int _schemas;

    public async Task InitializeAsync() => _server = await ThrowawayPostgres.StartAsync("pod-sql-tests-");

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public string ConnectionString(string schema) => $"{ConnectionStringOf("postgres")};Search Path={schema}";

    public string ConnectionStringOf(string database) => $"{_server!.ConnectionStringOf(database)};Pooling=false";

    public Task<string> NewDatabaseAsync() => _server!.NewDatabaseAsync();

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
