using Npgsql;
using Pod.Database.Errors;

namespace Pod.Database.Sessions;

/// <summary>The connection that a transaction and those nested in it share.</summary>
internal sealed class TransactionConnection : IAsyncDisposable
{
    private readonly PodDatabase _database;
    private readonly NpgsqlTransaction _transaction;

    // Not disposed: it holds nothing (nobody takes its wait handle), and who comes too late has to get past it to be told so.
    private readonly SemaphoreSlim _gate = new(1, 1);

    private int _cursors;

    private TransactionConnection(PodDatabase database, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        _database = database;
        _transaction = transaction;
        Connection = connection;
    }

    public NpgsqlConnection Connection { get; }

    public Exception? Failure { get; private set; }

    public static async Task<TransactionConnection> BeginAsync(PodDatabase database, TransactionOptions options, CancellationToken cancellationToken)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            // BEGIN travels with the first statement, so it costs no round trip of its own.
            var transaction = await connection.BeginTransactionAsync(LevelOf(options.IsolationLevel), cancellationToken).ConfigureAwait(false);
            var begun = new TransactionConnection(database, connection, transaction);
            await begun.ApplyAsync(options, cancellationToken).ConfigureAwait(false);
            return begun;
        }
        catch (Exception exception)
        {
            var error = ErrorTranslation.Translate(exception, isOpening: connection is null);
            if (connection is not null)
            {
                await database.CloseAsync(connection).ConfigureAwait(false);
            }

            if (error is not null)
            {
                throw error;
            }

            throw;
        }
    }

    public int NextCursor() => Interlocked.Increment(ref _cursors);

    public Task EnterAsync(CancellationToken cancellationToken) => _gate.WaitAsync(cancellationToken);

    public void Leave() => _gate.Release();

    /// <summary>Remembers the first failure of the server's or of the connection; misuse and unreadable values do not abort a transaction.</summary>
    public void NoteFailure(Exception exception)
    {
        if (exception is PodDatabaseException or OperationCanceledException)
        {
            Failure ??= exception;
        }
    }

    public void ForgetFailure() => Failure = null;

    public async Task SendAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        try
        {
            command.Connection = Connection;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening: false, Failure) is { } error)
        {
            NoteFailure(error);
            throw error;
        }
    }

    public async Task CommitAsync()
    {
        try
        {
            await _transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening: false) is { } error)
        {
            throw error;
        }
    }

    /// <summary>Rolls back. A lost connection has rolled back already, and must not hide why the caller is here.</summary>
    public async Task RollbackAsync()
    {
        try
        {
            await _transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or IOException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await _database.CloseAsync(Connection).ConfigureAwait(false);
    }

    private async Task ApplyAsync(TransactionOptions options, CancellationToken cancellationToken)
    {
        if (options.ReadOnly)
        {
            await SendAsync("SET TRANSACTION READ ONLY", cancellationToken).ConfigureAwait(false);
        }

        if (options.DeferConstraints)
        {
            await SendAsync("SET CONSTRAINTS ALL DEFERRED", cancellationToken).ConfigureAwait(false);
        }

        if (options.RuntimeParameters.Count > 0)
        {
            var command = ParameterCommand.Of(options.RuntimeParameters, isLocal: true);
            await using (command.ConfigureAwait(false))
            {
                await SendAsync(command, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(text);
        await using (command.ConfigureAwait(false))
        {
            await SendAsync(command, cancellationToken).ConfigureAwait(false);
        }
    }

    private static System.Data.IsolationLevel LevelOf(IsolationLevel level)
        => level switch
        {
            IsolationLevel.Default => System.Data.IsolationLevel.Unspecified,
            IsolationLevel.ReadUncommitted => System.Data.IsolationLevel.ReadUncommitted,
            IsolationLevel.ReadCommitted => System.Data.IsolationLevel.ReadCommitted,
            IsolationLevel.RepeatableRead => System.Data.IsolationLevel.RepeatableRead,
            IsolationLevel.Serializable => System.Data.IsolationLevel.Serializable,
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown isolation level."),
        };
}
