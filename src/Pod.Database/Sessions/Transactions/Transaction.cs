using Npgsql;
using Pod.Database.Sessions;

namespace Pod.Database;

/// <summary>A running transaction; statements that are given it are stored together or not at all.</summary>
/// <remarks>Statements issued at once run one after the other, because they share one connection. After its end it refuses all use.</remarks>
public sealed class Transaction : IDatabaseSession
{
    private const string Ended =
        "The transaction has ended. Await everything that uses it before its callback returns, and use nothing of it after a rollback.";

    private readonly TransactionConnection _connection;
    private readonly Transaction? _parent;
    private readonly string _savepoint;
    private readonly int _depth;
    private readonly List<Savepoint> _savepoints = [];
    private bool _hasEnded;
    private int _nested;
    private int _savepointCount;

    internal Transaction(PodDatabase database, TransactionConnection connection, Transaction? parent = null)
    {
        Database = database;
        _connection = connection;
        _parent = parent;
        _depth = parent is null ? 0 : parent._depth + 1;
        _savepoint = $"pod_{_depth}";
    }

    /// <inheritdoc/>
    public PodDatabase Database { get; }

    string? IDatabaseSession.QueryTag => Session?.QueryTag;

    /// <summary>The session on which it was begun.</summary>
    internal IDatabaseSession? Session => _connection.Session;

    internal ValueTask AssignAsync(IDatabaseSession session, CancellationToken cancellationToken) => _connection.AssignAsync(session, cancellationToken);

    /// <summary>The failure after which PostgreSQL takes no further statements.</summary>
    internal Exception? Failure => _connection.Failure;

    /// <summary>Whether the callback itself has ended the transaction.</summary>
    internal bool IsRolledBack { get; private set; }

    internal CommitCallbacks CommitCallbacks { get; } = new();

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
            var inner = new Transaction(Database, _connection, this);
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

    /// <summary>Makes a point to which the transaction can return.</summary>
    /// <exception cref="InvalidOperationException">A nested transaction is running on this one, or this one has ended.</exception>
    public async Task<Savepoint> CreateSavepointAsync(CancellationToken cancellationToken = default)
    {
        RequireInnermost();
        var savepoint = new Savepoint(this, $"{_savepoint}_{Interlocked.Increment(ref _savepointCount)}", CommitCallbacks.Count);
        await SendAsync("SAVEPOINT " + savepoint.Name, cancellationToken).ConfigureAwait(false);
        lock (_savepoints)
        {
            _savepoints.Add(savepoint);
        }

        return savepoint;
    }

    /// <summary>Undoes the transaction and ends it; its callback may still return a value. A nested one is undone alone.</summary>
    /// <exception cref="InvalidOperationException">A nested transaction is running on this one, or this one has ended.</exception>
    public async Task RollbackAsync()
    {
        RequireInnermost();
        await EnterAsync(CancellationToken.None).ConfigureAwait(false);
        _hasEnded = true;
        Leave();
        IsRolledBack = true;
        await (_parent is null ? _connection.RollbackAsync() : _parent.UndoAsync(this)).ConfigureAwait(false);
    }

    /// <summary>Runs a callback after the commit of the outermost transaction, and never if this one is undone.</summary>
    /// <remarks>The transaction is over then. What a callback throws reaches the caller of the outermost transaction, which stays committed.</remarks>
    public void OnCommitted(Func<Task> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (_hasEnded)
        {
            throw new InvalidOperationException(Ended);
        }

        CommitCallbacks.Add(callback);
    }

    /// <summary>Changes settings of PostgreSQL until the outermost transaction ends, or until this one is undone.</summary>
    public async Task SetRuntimeParametersAsync(IReadOnlyCollection<RuntimeParameters> parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (Database.Enclosing is { } enclosing)
        {
            await enclosing.RememberAsync(this, parameters, cancellationToken).ConfigureAwait(false);
        }

        var command = ParameterCommand.Of(parameters, isLocal: true);
        await using (command.ConfigureAwait(false))
        {
            await SendAsync(command, cancellationToken).ConfigureAwait(false);
        }
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
        throw new InvalidOperationException(Ended);
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

    internal async Task ReleaseAsync(Savepoint savepoint, CancellationToken cancellationToken)
    {
        RequireOpen(savepoint);
        await SendAsync("RELEASE SAVEPOINT " + savepoint.Name, cancellationToken).ConfigureAwait(false);
        Close(savepoint);
    }

    internal async Task RollbackAsync(Savepoint savepoint, CancellationToken cancellationToken)
    {
        RequireOpen(savepoint);
        await SendAsync("ROLLBACK TO SAVEPOINT " + savepoint.Name, cancellationToken).ConfigureAwait(false);
        _connection.ForgetFailure();
        CommitCallbacks.Keep(savepoint.CommitCallbacks);
        await SendAsync("RELEASE SAVEPOINT " + savepoint.Name, cancellationToken).ConfigureAwait(false);
        Close(savepoint);
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
            if (!inner.IsRolledBack)
            {
                await UndoAsync(inner).ConfigureAwait(false);
            }

            throw;
        }

        await inner.EndAsync().ConfigureAwait(false);
        if (inner.IsRolledBack)
        {
            return result;
        }

        if (_connection.Failure is { } failure)
        {
            await UndoAsync(inner).ConfigureAwait(false);
            throw TransactionScope.Aborted(failure);
        }

        await SendAsync("RELEASE SAVEPOINT " + inner._savepoint, CancellationToken.None).ConfigureAwait(false);
        CommitCallbacks.Add(inner.CommitCallbacks);
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

    // What a nested transaction stands on must not be taken away below it.
    private void RequireInnermost()
    {
        if (Volatile.Read(ref _nested) != 0)
        {
            throw new InvalidOperationException("A nested transaction is running on this one. Use the innermost, or await its end first.");
        }
    }

    private void RequireOpen(Savepoint savepoint)
    {
        RequireInnermost();
        lock (_savepoints)
        {
            if (!_savepoints.Contains(savepoint))
            {
                throw new InvalidOperationException(
                    "The savepoint has ended: it was released or rolled back, or one that was made before it was.");
            }
        }
    }

    private void Close(Savepoint savepoint)
    {
        lock (_savepoints)
        {
            var position = _savepoints.IndexOf(savepoint);
            _savepoints.RemoveRange(position, _savepoints.Count - position);
        }
    }

    /// <summary>Sends a command of the transaction itself, which interceptors are not told.</summary>
    internal async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(text);
        await using (command.ConfigureAwait(false))
        {
            await SendAsync(command, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(NpgsqlCommand command, CancellationToken cancellationToken)
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
