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
}
