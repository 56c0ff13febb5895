namespace Pod.Runtime;

/// <summary>Settings of one cache.</summary>
public class PodCacheSettings
{
    /// <summary>The most entries in the process; 0 for no cache.</summary>
    /// <value>10000 by default, 10000000 at most.</value>
    public int MaxEntries { get; set; } = 10_000;

    /// <summary>The most bytes in the process: each entry counts with its value as JSON, its key and 64 more; 0 for no cache.</summary>
    /// <value>67108864 by default (16777216 for the priority cache), 17179869184 at most.</value>
    public long MaxBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Which entry goes when there is no room.</summary>
    /// <value><see cref="CacheEviction.Lru"/> by default.</value>
    public CacheEviction Eviction { get; set; } = CacheEviction.Lru;

    /// <summary>The largest value, in bytes of its JSON; larger ones are not stored.</summary>
    /// <value>1048576 by default, between 1024 and 67108864.</value>
    public int MaxEntryBytes { get; set; } = 1024 * 1024;

    /// <summary>How long entries live that say nothing about it; null for no end.</summary>
    /// <value>Null by default, 24 hours for the global cache.</value>
    public TimeSpan? DefaultLifetime { get; set; }
}
