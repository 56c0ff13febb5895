namespace Pod.Database.Migrations;

/// <summary>How far a migration has come.</summary>
/// <param name="Step">The last step that is done.</param>
/// <param name="IsComplete">Whether it was the last one.</param>
/// <param name="StartedAt">When this run began the migration.</param>
/// <param name="Duration">How long it has taken since.</param>
/// <param name="Error">Why it stopped; null if it did not.</param>
internal sealed record MigrationProgress(int Step, bool IsComplete, DateTimeOffset StartedAt, TimeSpan Duration, string? Error = null);
