namespace Pod.Database.Sessions;

/// <summary>
/// Keeps everything that a database is asked on one connection, in one transaction that is never committed, so that a test can undo it. Statements
/// and transactions of the application become savepoints.
/// </summary>
internal abstract class EnclosingTransaction
{
    /// <summary>Runs what would take a connection of the pool and commit by itself.</summary>
    public abstract Task<T> RunStatementAsync<T>(IDatabaseSession session, Func<Transaction, Task<T>> statement, CancellationToken cancellationToken);

    /// <summary>Runs what would be a transaction of its own.</summary>
    public abstract Task<T> RunTransactionAsync<T>(TransactionOptions options, Func<Transaction, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Takes note of settings before they change, because a savepoint keeps them beyond its end.</summary>
    public abstract Task RememberAsync(Transaction transaction, IReadOnlyCollection<RuntimeParameters> parameters, CancellationToken cancellationToken);

    public abstract int NextCursor();

    /// <summary>What to throw at whoever wants a connection of the pool, on which the changes would stay.</summary>
    public abstract Exception Refuse(string wish);
}
