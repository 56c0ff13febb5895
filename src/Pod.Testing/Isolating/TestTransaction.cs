using Microsoft.Extensions.Logging;
using Pod.Database;
using Pod.Database.Sessions;
using Pod.Testing.Logs;

namespace Pod.Testing.Isolating;

/// <summary>
/// The transaction of a test. Statements and transactions of the code under test become savepoints in it, one at a time; its end is a rollback.
/// </summary>
internal sealed class TestTransaction : EnclosingTransaction, IAsyncDisposable
{
    private const string Remedy = "Let the test commit: [PodIsolation(Isolation.Database)], or pod.BeginAsync(Isolation.Database).";

    private readonly TransactionConnection _connection;
    private readonly Transaction _root;
    private readonly string? _constraints;
    private readonly ILogger _logger;
    private readonly AsyncLocal<EmulatedTransaction?> _current = new();

    // Not disposed: it holds nothing, and who comes too late has to get past it to be told so.
    private readonly SemaphoreSlim _gate = new(1, 1);

    private int _inFlight;
    private int _hasWarned;
    private volatile PodTestLockException? _failure;

    private TestTransaction(PodDatabase database, TransactionConnection connection, string? constraints, ILogger logger, string testName)
    {
        _connection = connection;
        _constraints = constraints;
        _logger = logger;
        _root = new Transaction(database, connection);
        TestName = testName;
    }

    public string TestName { get; }

    /// <summary>The process of the database server that runs the test's statements.</summary>
    public int ProcessId => _connection.Connection.ProcessID;

    /// <summary>Why the test cannot go on; null while it can.</summary>
    public PodTestLockException? Failure => _failure;

    /// <summary>Whether a statement is running or waits for its turn.</summary>
    public bool IsBusy => Volatile.Read(ref _inFlight) > 0;

    /// <summary>Begins; from now on the database keeps to this transaction.</summary>
    public static async Task<TestTransaction> BeginAsync(PodDatabase database, ILogger logger, string testName)
    {
        var connection = await TransactionConnection.BeginAsync(database, TransactionOptions.Default, CancellationToken.None).ConfigureAwait(false);
        var constraints = await DeferredConstraints.ReadAsync(connection.Connection).ConfigureAwait(false);
        var transaction = new TestTransaction(database, connection, constraints, logger, testName);
        database.Enclosing = transaction;
        return transaction;
    }

    /// <summary>Ends the test: whatever it does next fails.</summary>
    public void Fail(PodTestLockException failure) => _failure = failure;

    public override async Task<T> RunStatementAsync<T>(IDatabaseSession session, Func<Transaction, Task<T>> statement, CancellationToken cancellationToken)
    {
        if (_current.Value is { IsOpen: true } inside)
        {
            return await statement(inside.Transaction).ConfigureAwait(false);
        }

        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _root.TransactionAsync(
                async inner =>
                {
                    if (inner.Database.CaresForSessions)
                    {
                        await inner.AssignAsync(session, cancellationToken).ConfigureAwait(false);
                    }

                    var result = await statement(inner).ConfigureAwait(false);
                    await CheckConstraintsAsync(inner).ConfigureAwait(false);
                    return result;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (_failure is not null)
        {
            throw _failure;
        }
        finally
        {
            Leave();
        }
    }

    public override async Task<T> RunTransactionAsync<T>(TransactionOptions options, Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_current.Value is { IsOpen: true })
        {
            throw Refuse("A transaction that begins on the outer session inside the callback of another one");
        }

        if (options.IsolationLevel == IsolationLevel.Serializable && Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            _logger.SerializableIgnored();
        }

        var callbacks = new CommitCallbacks();
        T result;
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            result = await _root.TransactionAsync(inner => RunAsync(inner, options, work, cancellationToken), cancellationToken).ConfigureAwait(false);
            callbacks.Add(_root.CommitCallbacks);
            _root.CommitCallbacks.Keep(0);
        }
        catch (Exception) when (_failure is not null)
        {
            throw _failure;
        }
        finally
        {
            Leave();
        }

        await callbacks.RunAsync().ConfigureAwait(false);
        return result;
    }

    public override Task RememberAsync(Transaction transaction, IReadOnlyCollection<RuntimeParameters> parameters, CancellationToken cancellationToken)
        => _current.Value is { IsOpen: true } current ? current.Parameters.RememberAsync(transaction, parameters, cancellationToken) : Task.CompletedTask;

    public override int NextCursor() => _connection.NextCursor();

    public override Exception Refuse(string wish) => new PodTestIsolationException($"{wish} would leave the transaction in which this test is undone. {Remedy}");

    public async ValueTask DisposeAsync()
    {
        await _root.EndAsync().ConfigureAwait(false);
        await _connection.RollbackAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<T> RunAsync<T>(Transaction inner, TransactionOptions options, Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        var current = new EmulatedTransaction(inner);
        _current.Value = current;
        try
        {
            await BeginAsync(inner, options, cancellationToken).ConfigureAwait(false);
            var result = await work(inner).ConfigureAwait(false);
            if (!inner.IsRolledBack && inner.Failure is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await CheckConstraintsAsync(inner).ConfigureAwait(false);
                await current.Parameters.RestoreAsync(inner).ConfigureAwait(false);
            }

            return result;
        }
        finally
        {
            current.IsOpen = false;
        }
    }

    private static async Task BeginAsync(Transaction inner, TransactionOptions options, CancellationToken cancellationToken)
    {
        if (options.ReadOnly)
        {
            await inner.SendAsync("SET TRANSACTION READ ONLY", cancellationToken).ConfigureAwait(false);
        }

        if (options.DeferConstraints)
        {
            await inner.SendAsync("SET CONSTRAINTS ALL DEFERRED", cancellationToken).ConfigureAwait(false);
        }

        if (options.RuntimeParameters.Count > 0)
        {
            await inner.SetRuntimeParametersAsync(options.RuntimeParameters, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task CheckConstraintsAsync(Transaction inner)
        => _constraints is null ? Task.CompletedTask : inner.SendAsync(_constraints, CancellationToken.None);

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (_failure is { } failure)
        {
            throw failure;
        }

        Interlocked.Increment(ref _inFlight);
        try
        {
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Interlocked.Decrement(ref _inFlight);
            throw;
        }
    }

    private void Leave()
    {
        Interlocked.Decrement(ref _inFlight);
        _gate.Release();
    }
}
