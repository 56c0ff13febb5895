using Pod.Database.Diagnostics;

namespace Pod.Database.Sessions;

/// <summary>Runs callbacks in transactions.</summary>
internal static class TransactionScope
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public static async Task<T> RunAsync<T>(
        PodDatabase database, TransactionOptions options, Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        if (database.Enclosing is { } enclosing)
        {
            return await enclosing.RunTransactionAsync(options, work, cancellationToken).ConfigureAwait(false);
        }

        for (var attempt = 0; ; attempt++)
        {
            (T Result, CommitCallbacks Callbacks) committed;
            try
            {
                committed = await RunOnceAsync(database, options, work, cancellationToken).ConfigureAwait(false);
            }
            catch (PodDatabaseException exception) when (attempt < options.Retry && exception is SerializationFailureException or DeadlockException)
            {
                ConnectionMeters.Retried(database, "transaction");
                await Task.Delay(PauseAfter(attempt), database.TimeProvider, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await committed.Callbacks.RunAsync().ConfigureAwait(false);
            return committed.Result;
        }
    }

    /// <summary>Runs in the session's transaction if it is one, else in a new one.</summary>
    public static Task<T> JoinAsync<T>(
        IDatabaseSession session, TransactionOptions options, Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        if (session is Transaction transaction)
        {
            return work(transaction);
        }

        if (session.Database.Enclosing is { } enclosing)
        {
            return enclosing.RunStatementAsync(session, work, cancellationToken);
        }

        session.Database.Warnings?.UseOf(session);
        return RunAsync(session, options, work, cancellationToken);
    }

    /// <summary>Runs in a new transaction that belongs to a session.</summary>
    public static Task<T> RunAsync<T>(
        IDatabaseSession session, TransactionOptions options, Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
        => RunAsync(session.Database, options, session.Database.CaresForSessions ? Assigned(session, work, cancellationToken) : work, cancellationToken);

    public static PodDatabaseException Aborted(Exception failure)
        => new(
            "Nothing was committed: a statement of the transaction failed, and the callback went on as if it had not. Let the exception pass, or wrap the "
            + $"statement in tx.TransactionAsync to go on after a failure. The first failure was: {failure.Message}",
            failure)
        {
            SqlState = SqlStates.InFailedSqlTransaction,
        };

    private static async Task<(T Result, CommitCallbacks Callbacks)> RunOnceAsync<T>(
        PodDatabase database, TransactionOptions options, Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = await TransactionConnection.BeginAsync(database, options, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = new Transaction(database, connection);
            T result;
            try
            {
                result = await work(transaction).ConfigureAwait(false);
                await transaction.EndAsync().ConfigureAwait(false);
                if (transaction.IsRolledBack)
                {
                    ConnectionMeters.TransactionEnded(database, isCommitted: false);
                    return (result, new CommitCallbacks());
                }

                cancellationToken.ThrowIfCancellationRequested();
                // PostgreSQL answers COMMIT of a failed transaction with a silent rollback; a caller who swallowed the failure has to hear of it.
                if (connection.Failure is { } failure)
                {
                    throw Aborted(failure);
                }
            }
            catch
            {
                await transaction.EndAsync().ConfigureAwait(false);
                await connection.RollbackAsync().ConfigureAwait(false);
                ConnectionMeters.TransactionEnded(database, isCommitted: false);
                throw;
            }

            await connection.CommitAsync().ConfigureAwait(false);
            return (result, transaction.CommitCallbacks);
        }
    }

    private static Func<Transaction, Task<T>> Assigned<T>(IDatabaseSession session, Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
        => async transaction =>
        {
            await transaction.AssignAsync(session, cancellationToken).ConfigureAwait(false);
            return await work(transaction).ConfigureAwait(false);
        };

    // Those who got in each other's way should not come back at the same time.
    private static TimeSpan PauseAfter(int attempt)
    {
        var longest = FirstPause * Math.Pow(2, Math.Min(attempt, 10));
        return (longest < LongestPause ? longest : LongestPause) * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
