namespace Pod.Runtime;

/// <summary>What a cache does when its store cannot be reached.</summary>
public enum CacheFailMode
{
    /// <summary>A read is a miss, a write is dropped.</summary>
    Miss,

    /// <summary>The call throws <see cref="CacheUnavailableException"/>.</summary>
    Throw,
}
