namespace Pod.Database;

/// <summary>One version as project and database know it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Files">The files; null when the project lacks the version.</param>
/// <param name="History">The row of the history; null when the database never saw the version.</param>
public sealed record MigrationState(string Version, MigrationFiles? Files, AppliedMigration? History)
{
    /// <summary>Whether the database has all of it.</summary>
    public bool IsApplied => History is { IsApplied: true };

    /// <summary>Whether the database has it and the project does not (POD3052).</summary>
    public bool IsUnknown => Files is null;

    /// <summary>Whether it was applied with another text than the file has now (POD3053).</summary>
    public bool IsChanged => IsApplied && Files is not null && Files.Hash != History!.Hash;
}
