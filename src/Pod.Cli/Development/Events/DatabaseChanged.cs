namespace Pod.Cli.Development.Events;

/// <summary>The loop has another database.</summary>
/// <param name="Database">A few words on which.</param>
internal sealed record DatabaseChanged(string Database) : LoopEvent("database", "database", Database);
