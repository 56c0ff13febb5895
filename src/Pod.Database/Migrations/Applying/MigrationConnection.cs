using Npgsql;
using NpgsqlTypes;
using Pod.Database.Errors;

namespace Pod.Database.Migrations;

/// <summary>The one connection of a migration run: it holds the lock, and losing it loses the lock and the open transaction together.</summary>
internal sealed class MigrationConnection : IAsyncDisposable
{
    private readonly PodDatabase _database;
    private bool _hasRunScripts;

    private MigrationConnection(PodDatabase database, NpgsqlConnection connection)
    {
        _database = database;
        Connection = connection;
    }

    public NpgsqlConnection Connection { get; }

    /// <summary>Whether it may hold the migration lock, which must not outlive the run.</summary>
    public bool IsLocked { get; set; }

    public static async Task<MigrationConnection> OpenAsync(PodDatabase database, CancellationToken cancellationToken)
    {
        if (database.Enclosing is { } enclosing)
        {
            throw enclosing.Refuse("A migration");
        }

        try
        {
            return new MigrationConnection(database, await database.OpenAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening: true) is { } error)
        {
            throw error;
        }
    }

    /// <summary>Makes a command without time limit: migrations take as long as they take.</summary>
    public NpgsqlCommand Command(string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(text, Connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public async Task ExecuteAsync(string text, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        var command = Command(text, parameters);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Executes a statement of a script exactly as it stands.</summary>
    public Task ExecuteScriptAsync(string text, CancellationToken cancellationToken)
    {
        _hasRunScripts = true;
        // Npgsql looks for semicolons and placeholders in commands without parameters, and would cut a function body in two. One positional
        // parameter, though nothing refers to it, makes it send the text untouched.
        return ExecuteAsync(text, cancellationToken, new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = 0 });
    }

    public async Task<T?> ScalarAsync<T>(string text, CancellationToken cancellationToken)
    {
        var command = Command(text);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is T value ? value : default;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Scripts may have changed the session (SET search_path), and what was prepared before may not fit the new schema. A lock that could not
        // be given back ends with the connection.
        if (_hasRunScripts || IsLocked)
        {
            _database.RenewConnections();
        }

        await _database.CloseAsync(Connection).ConfigureAwait(false);
    }
}
