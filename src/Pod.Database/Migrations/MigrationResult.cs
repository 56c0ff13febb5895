namespace Pod.Database;

/// <summary>What a run of migrations did.</summary>
public sealed record MigrationResult
{
    /// <summary>The versions that were applied, in their order; all of them if the schema was created from the newest definition.</summary>
    public required IReadOnlyList<string> Applied { get; init; }

    /// <summary>Whether an empty database got the newest definition at once.</summary>
    public bool CreatedFromDefinition { get; init; }

    /// <summary>Versions whose <c>migration.sql</c> is not the text that was applied (POD3053).</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Versions that the database has and the project lacks (POD3052).</summary>
    public IReadOnlyList<string> Newer { get; init; } = [];

    /// <summary>The name of the repair that was applied; null if none was.</summary>
    public string? Repaired { get; init; }
}
