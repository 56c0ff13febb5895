using Npgsql;
using Pod.Generator;
using Pod.Generator.Parsing;

namespace Pod.Cli.Tests.Support;

/// <summary>Tests of generated SQL, each with an empty database of its own.</summary>
public abstract class PostgresTests(SqlServer server) : IClassFixture<SqlServer>, IAsyncLifetime
{
    private string? _database;

    public async Task InitializeAsync() => _database = await server.NewDatabaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Names a database of the server.</summary>
    /// <param name="database">Null means the test's own.</param>
    protected string ConnectionString(string? database = null) => server.ConnectionStringOf(database ?? _database!);

    protected async Task ExecuteAsync(string sql, string? database = null)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads the first column of a query.</summary>
    protected async Task<List<string>> ReadAsync(string sql, string? database = null)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    /// <summary>Executes what has to fail and gives its SQLSTATE.</summary>
    protected async Task<string> FailAsync(string sql) => (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql))).SqlState;

    /// <summary>Runs the generator over model files.</summary>
    internal static GenerationResult Generate(params IEnumerable<string> models)
    {
        var result = ProjectGenerator.Generate(new GenerationInput
        {
            Module = "sample",
            ServerNamespace = "Sample.Server",
            ClientNamespace = "Sample.Client",
            ClientClass = "SampleClient",
            ModelFiles = [.. models.Select(static (model, index) => new SourceFile($"model{index}.pod.yaml", model))],
        });
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return result;
    }

    private async Task<NpgsqlConnection> OpenAsync(string? database)
    {
        var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        return connection;
    }
}
