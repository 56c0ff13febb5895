using Npgsql;
using Pod.Schema.Sql;

namespace Pod.Cli.Database;

/// <summary>Empties a database of development: drops it and creates it again.</summary>
internal sealed class DatabaseReset
{
    private readonly NpgsqlConnectionStringBuilder _connection;

    private DatabaseReset(NpgsqlConnectionStringBuilder connection) => _connection = connection;

    /// <summary>Gets the database's name.</summary>
    public string Name => _connection.Database ?? "";

    /// <summary>Prepares the reset of a database.</summary>
    /// <exception cref="CliException">The database is not one of this machine, or the mode is one that people depend on.</exception>
    public static DatabaseReset Of(ProjectDatabase database)
    {
        if (database.Mode is not ("Development" or "Test"))
        {
            throw new CliException($"The database of {database.Mode} is never reset. Only those of Development and Test are.");
        }

        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return database.IsEmbedded || IsOfThisMachine(connection.Host ?? "")
            ? new DatabaseReset(connection)
            : throw new CliException($"The database '{connection.Database}' is on '{connection.Host}'. Only the private PostgreSQL and databases of this machine are reset.");
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // A database cannot be dropped by a connection to it.
        var maintenance = new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = Name == "postgres" ? "template1" : "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var quoted = PostgresIdentifier.Quote(Name);
        foreach (var statement in (string[])[$"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)", $"CREATE DATABASE {quoted}"])
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Runs a file of SQL, for example with rows to begin with.</summary>
    public async Task SeedAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // A socket is a path.
    private static bool IsOfThisMachine(string host) => host.Split(',').All(static name => name is "localhost" or "127.0.0.1" or "::1" || name.StartsWith('/'));
}
