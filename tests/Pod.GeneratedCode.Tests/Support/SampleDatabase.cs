using Npgsql;
using Pod.Database;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.GeneratedCode.Tests.Support;

/// <summary>A database with the sample's tables, as its models define them; but those with vectors, which need an extension.</summary>
public sealed class SampleDatabase : IAsyncLifetime
{
    private ThrowawayPostgres? _server;

    public string ConnectionString { get; private set; } = "";

    public IDatabaseSession Session { get; private set; } = null!;

    public DatabaseSchema Schema { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _server = await ThrowawayPostgres.StartAsync("pod-generated-code-tests-");
        ConnectionString = _server.ConnectionString;
        Schema = ReadSchema();
        await using var connection = new NpgsqlConnection(_server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(PostgresMigrationWriter.WriteDefinition("20260101000000000", Schema), connection);
        await command.ExecuteNonQueryAsync();
        Session = new DatabaseSession(_server.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await ((DatabaseSession)Session).DisposeAsync();
        await _server!.DisposeAsync();
    }

    private static DatabaseSchema ReadSchema()
    {
        var result = SampleModels.Generate();
        return result.Schema with
        {
            Tables = result.Schema.Tables.Where(static table => !table.Columns.Any(static column => column.Type.Contains("vec", StringComparison.Ordinal))).ToValueList(),
        };
    }
}
