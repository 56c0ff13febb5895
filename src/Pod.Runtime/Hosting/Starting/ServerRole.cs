namespace Pod.Runtime.Hosting.Starting;

/// <summary>What a process of the server does.</summary>
internal enum ServerRole
{
    /// <summary>Everything.</summary>
    Monolith,

    /// <summary>The work that was asked for, without a listener; then it ends.</summary>
    Maintenance,
}
