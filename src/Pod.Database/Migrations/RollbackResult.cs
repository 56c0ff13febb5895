namespace Pod.Database;

/// <summary>What a rollback did.</summary>
public sealed record RollbackResult
{
    /// <summary>The versions that were taken back, in that order.</summary>
    public required IReadOnlyList<string> RolledBack { get; init; }

    /// <summary>The database afterwards, held against the schema of the version that it was brought back to.</summary>
    public required SchemaComparison Comparison { get; init; }
}
