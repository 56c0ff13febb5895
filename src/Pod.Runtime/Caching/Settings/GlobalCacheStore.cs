namespace Pod.Runtime;

/// <summary>Where the global cache has its entries.</summary>
public enum GlobalCacheStore
{
    /// <summary>In Redis where it was added and is configured, otherwise in the process.</summary>
    Auto,

    /// <summary>In the process, for a single server.</summary>
    Local,

    /// <summary>In Redis; a server without it does not start.</summary>
    Redis,
}
