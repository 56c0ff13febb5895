namespace Pod.Database;

/// <summary>What a transaction sees of others that run at the same time.</summary>
public enum IsolationLevel
{
    /// <summary>The database's default, usually <see cref="ReadCommitted"/>.</summary>
    Default,

    /// <summary>The same as <see cref="ReadCommitted"/> in PostgreSQL.</summary>
    ReadUncommitted,

    /// <summary>Each statement sees what was committed before it began.</summary>
    ReadCommitted,

    /// <summary>All statements see what was committed before the first of them.</summary>
    RepeatableRead,

    /// <summary>The outcome is one that transactions running one after the other could have had.</summary>
    Serializable,
}
