namespace Pod.Database;

/// <summary>A point in a transaction to which it can return. One that is left open ends with its transaction.</summary>
public sealed class Savepoint
{
    private readonly Transaction _transaction;

    internal Savepoint(Transaction transaction, string name, int commitCallbacks)
    {
        _transaction = transaction;
        Name = name;
        CommitCallbacks = commitCallbacks;
    }

    internal string Name { get; }

    /// <summary>How many callbacks the transaction had when the savepoint was made.</summary>
    internal int CommitCallbacks { get; }

    /// <summary>Keeps what was done since, and ends this savepoint and those made after it.</summary>
    /// <exception cref="InvalidOperationException">The savepoint or its transaction has ended.</exception>
    public Task ReleaseAsync(CancellationToken cancellationToken = default) => _transaction.ReleaseAsync(this, cancellationToken);

    /// <summary>
    /// Undoes what was done since, also after a failed statement, and ends this savepoint and those made after it. The transaction goes on.
    /// </summary>
    /// <inheritdoc cref="ReleaseAsync"/>
    public Task RollbackAsync(CancellationToken cancellationToken = default) => _transaction.RollbackAsync(this, cancellationToken);
}
