namespace Pod.Database;

/// <summary>How migrations are applied.</summary>
public sealed record MigrationRunnerOptions
{
    /// <summary>How long to wait for another process that is applying migrations.</summary>
    /// <value>60 seconds</value>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a statement may wait for a table that others use, so that it does not hold up everybody behind it.</summary>
    /// <value>5 seconds</value>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The module that the history rows name.</summary>
    /// <value>The module of the newest definition, or <c>project</c>.</value>
    public string? Module { get; init; }

    /// <summary>The last version that is applied.</summary>
    /// <value>Null, which means the newest.</value>
    public string? Target { get; init; }

    /// <summary>
    /// Whether an empty database gets every single migration rather than the newest definition. Comparing the two afterwards proves that they lead to the
    /// same schema.
    /// </summary>
    /// <value>False</value>
    public bool Replay { get; init; }

    /// <summary>
    /// Whether a database that has migrations which the project lacks is left as it is, rather than refused. A server that starts beside newer ones does
    /// so, and looks at the schema itself.
    /// </summary>
    /// <value>False</value>
    public bool AcceptNewer { get; init; }

    /// <summary>Whether the newest repair below <c>migrations/repair</c> is applied first, if this database does not have it.</summary>
    /// <value>False</value>
    public bool ApplyRepair { get; init; }

    /// <summary>Whether a rollback may delete values and take back a migration whose SQL was edited.</summary>
    /// <value>False</value>
    public bool Force { get; init; }
}
