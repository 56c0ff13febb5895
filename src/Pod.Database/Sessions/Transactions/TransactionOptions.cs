namespace Pod.Database;

/// <summary>How a transaction runs.</summary>
public sealed record TransactionOptions
{
    internal static TransactionOptions Default { get; } = new();

    /// <summary>What the transaction sees of others.</summary>
    /// <value><see cref="IsolationLevel.Default"/></value>
    public IsolationLevel IsolationLevel { get; init; }

    /// <summary>Whether writes are refused.</summary>
    /// <value>false</value>
    public bool ReadOnly { get; init; }
}
