namespace Pod.Schema;

/// <summary>When a foreign key is checked.</summary>
public enum ConstraintTiming
{
    /// <summary>After each statement, always.</summary>
    NotDeferrable,

    /// <summary>After each statement, unless a transaction defers it.</summary>
    InitiallyImmediate,

    /// <summary>At the commit.</summary>
    InitiallyDeferred,
}
