namespace Pod.Runtime;

/// <summary>Which entry goes when a cache is full.</summary>
public enum CacheEviction
{
    /// <summary>The one that was not used for the longest time.</summary>
    Lru,

    /// <summary>One that is used seldom; a pass over many keys that are asked for once does not push out what is used often.</summary>
    Lfu,
}
