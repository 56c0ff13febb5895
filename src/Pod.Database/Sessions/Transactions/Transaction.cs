using Npgsql;
using Pod.Database.Sessions;

namespace Pod.Database;

/// <summary>A running transaction; statements that are given it are stored together or not at all.</summary>
/// <remarks>Statements issued at once run one after the other, because they share one connection. After its end it refuses all use.</remarks>
public sealed class Transaction : IDatabaseSession
{
    private readonly TransactionConnection _connection;
    private readonly string _savepoint;
    private readonly int _depth;
    private bool _hasEnded;
    private int _nested;

    internal Transaction(PodDatabase database, TransactionConnection connection, int depth = 0)
    {
        Database = database;
        _connection = connection;
        _depth = depth;
        _savepoint = $"pod_{depth}";
    }

    /// <inheritdoc/>
    public PodDatabase Database { get; }

    /// <summary>The failure after which PostgreSQL takes no further statements.</summary>
    internal Exception? Failure => _connection.Failure;

    /// <summary>Runs statements that are undone together when <paramref name="work"/> throws; the surrounding transaction may go on.</summary>
    /// <exception cref="InvalidOperationException">Another nested transaction is running on this one, or this one has ended.</exception>
    public async Task<T> TransactionAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Interlocked.Exchange(ref _nested, 1) != 0)
        {
            throw new InvalidOperationException(
                "A nested transaction is already running on this one. Nest in the innermost transaction, or await the first before the next.");
        }

        try
        {
            var inner = new Transaction(Database, _connection, _depth + 1);
            await SendAsync("SAVEPOINT " + inner._savepoint, cancellationToken).ConfigureAwait(false);
            return await RunNestedAsync(inner, work).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _nested, 0);
        }
    }

    /// <inheritdoc cref="TransactionAsync{T}"/>
    public async Task TransactionAsync(Func<Transaction, Task> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await TransactionAsync(
            async tx =>
            {
                await work(tx).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether further statements have a chance.</summary>
    internal bool IsUsable => !_hasEnded && Failure is null;

    /// <summary>A number for a cursor; nobody else on the connection has it.</summary>
    internal int NextCursor() => _connection.NextCursor();

    /// <summary>Waits for the connection; <see cref="Leave"/> has to follow.</summary>
    internal async ValueTask<NpgsqlConnection> EnterAsync(CancellationToken cancellationToken)
    {
        await _connection.EnterAsync(cancellationToken).ConfigureAwait(false);
        if (!_hasEnded)
        {
            return _connection.Connection;
        }

        _connection.Leave();
        throw new InvalidOperationException("The transaction has ended. Await everything that uses it before its callback returns.");
    }

    internal void Leave() => _connection.Leave();

    internal void NoteFailure(Exception exception) => _connection.NoteFailure(exception);

    /// <summary>Waits for the running statement and refuses later ones.</summary>
    internal async Task EndAsync()
    {
        await _connection.EnterAsync(CancellationToken.None).ConfigureAwait(false);
        _hasEnded = true;
        _connection.Leave();
    }

    private async Task<T> RunNestedAsync<T>(Transaction inner, Func<Transaction, Task<T>> work)
    {
        T result;
        try
        {
            result = await work(inner).ConfigureAwait(false);
        }
        catch
        {
            await inner.EndAsync().ConfigureAwait(false);
            await UndoAsync(inner).ConfigureAwait(false);
            throw;
        }

        await inner.EndAsync().ConfigureAwait(false);
        if (_connection.Failure is { } failure)
        {
            await UndoAsync(inner).ConfigureAwait(false);
            throw TransactionScope.Aborted(failure);
        }

        await SendAsync("RELEASE SAVEPOINT " + inner._savepoint, CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    // On a lost connection there is nothing left to undo, and the failure that the caller should see is the first one.
    private async Task UndoAsync(Transaction inner)
    {
        try
        {
            await SendAsync($"ROLLBACK TO SAVEPOINT {inner._savepoint}", CancellationToken.None).ConfigureAwait(false);
            await SendAsync($"RELEASE SAVEPOINT {inner._savepoint}", CancellationToken.None).ConfigureAwait(false);
            _connection.ForgetFailure();
        }
        catch (DatabaseConnectionException)
        {
        }
    }

    private async Task SendAsync(string command, CancellationToken cancellationToken)
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _connection.SendAsync(command, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }
}
