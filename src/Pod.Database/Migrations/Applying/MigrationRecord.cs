namespace Pod.Database.Migrations;

/// <summary>A row of the history.</summary>
/// <param name="Hash">The hash of the text that was applied.</param>
/// <param name="IsApplied">Whether all steps are done.</param>
/// <param name="Step">The last step that is done.</param>
internal sealed record MigrationRecord(string Hash, bool IsApplied, int Step);
