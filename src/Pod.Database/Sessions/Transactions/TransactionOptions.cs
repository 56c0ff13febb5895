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

    /// <summary>Whether deferrable constraints are checked at the commit only, so that rows can point to each other in a circle.</summary>
    /// <value>false</value>
    public bool DeferConstraints { get; init; }

    /// <summary>Settings of PostgreSQL that hold until the transaction ends.</summary>
    /// <value>None.</value>
    public IReadOnlyCollection<RuntimeParameters> RuntimeParameters { get; init; } = [];

    /// <summary>
    /// How many times the callback is run again after a <see cref="SerializationFailureException"/> or a <see cref="DeadlockException"/>. Each run is
    /// a transaction of its own, so what the callback does outside of the database happens again.
    /// </summary>
    /// <value>0</value>
    public int Retry
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }
}
