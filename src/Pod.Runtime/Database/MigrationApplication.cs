namespace Pod.Runtime;

/// <summary>When a server applies missing migrations.</summary>
public enum MigrationApplication
{
    /// <summary>Not at all: a job before the deployment does.</summary>
    Never,

    /// <summary>At its start, before it listens.</summary>
    OnStart,
}
