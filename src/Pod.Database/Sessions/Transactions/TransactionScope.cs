namespace Pod.Database.Sessions;

/// <summary>Runs callbacks in transactions.</summary>
internal static class TransactionScope
{
    public static async Task<T> RunAsync<T>(
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
                throw;
            }

            await connection.CommitAsync().ConfigureAwait(false);
            return result;
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

        session.Database.Warnings?.UseOf(session);
        return RunAsync(session.Database, options, work, cancellationToken);
    }

    public static PodDatabaseException Aborted(Exception failure)
        => new(
            "Nothing was committed: a statement of the transaction failed, and the callback went on as if it had not. Let the exception pass, or wrap the "
            + $"statement in tx.TransactionAsync to go on after a failure. The first failure was: {failure.Message}",
            failure)
        {
            SqlState = SqlStates.InFailedSqlTransaction,
        };
}
