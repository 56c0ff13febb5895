namespace Pod.Database;

/// <summary>What a query does about rows that another transaction has locked.</summary>
public enum LockBehavior
{
    /// <summary>Waits for the other transaction's end.</summary>
    Wait,

    /// <summary>Fails with <see cref="LockNotAvailableException"/>.</summary>
    NoWait,

    /// <summary>Leaves these rows out, so that workers can share a queue.</summary>
    SkipLocked,
}
