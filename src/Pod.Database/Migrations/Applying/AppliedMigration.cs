namespace Pod.Database;

/// <summary>A row of the history <c>pod_migrations</c>.</summary>
public sealed record AppliedMigration
{
    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>The hash of the text that was applied.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether all steps are done. Otherwise the last attempt failed, or goes on this moment.</summary>
    public required bool IsApplied { get; init; }

    /// <summary>The last step that is done, counted from 1; 0 if none is. Negative while it is being taken back: so many steps of that are done.</summary>
    public required int Step { get; init; }

    /// <summary>When the last run of it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long that run took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The version of Pod that applied it.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The machine that applied it.</summary>
    public required string Host { get; init; }

    /// <summary>Why the last attempt failed; null if it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Whether something of it is in the database. A failed attempt may have left nothing.</summary>
    internal bool LeftTraces => IsApplied || Step != 0;

    /// <summary>Whether a rollback of it stopped half-way.</summary>
    internal bool IsHalfTakenBack => Step < 0;

    /// <summary>Whether the row is about a repair and no version of the project.</summary>
    internal bool IsRepair => Version.StartsWith(RepairFile.HistoryPrefix, StringComparison.Ordinal);
}
