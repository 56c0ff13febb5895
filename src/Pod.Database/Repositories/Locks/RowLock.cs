namespace Pod.Database.Repositories;

/// <summary>How a query locks the rows that it finds.</summary>
internal readonly record struct RowLock(LockMode Mode, LockBehavior Behavior)
{
    /// <exception cref="InvalidOperationException">There is no transaction that could hold the locks.</exception>
    public static RowLock? Of(IDatabaseSession session, LockMode? mode, LockBehavior behavior)
    {
        if (mode is not { } wanted)
        {
            return behavior == LockBehavior.Wait
                ? null
                : throw new ArgumentException("A query without 'lockMode' locks nothing. Give it one, or leave 'lockBehavior' out.", nameof(behavior));
        }

        return session is Transaction
            ? new(wanted, behavior)
            : throw new InvalidOperationException(
                "Locks last until the end of a transaction, and there is none. Query inside session.Db.TransactionAsync and pass the transaction.");
    }
}
