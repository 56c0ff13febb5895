namespace Pod.Database;

/// <summary>Whether a vector search goes on when filters leave too few of the rows that the index found.</summary>
public enum IterativeScan
{
    /// <summary>It does not: fewer rows than the limit may come back.</summary>
    Off,

    /// <summary>It does, and the order stays exact.</summary>
    StrictOrder,

    /// <summary>It does, and later rows may be slightly out of order.</summary>
    RelaxedOrder,
}
