namespace Pod.Runtime;

/// <summary>How long an entry lives, and with what it is removed. Unchangeable; keep one in a static field for each kind of entry.</summary>
public sealed class CacheOptions
{
    /// <summary>The lifetime of entries that end only by removal or for want of room.</summary>
    public static readonly TimeSpan NoExpiry = TimeSpan.MaxValue;

    private const int MostGroups = 8;

    /// <summary>How long the entry lives from the write on.</summary>
    /// <value>Null by default: the cache's own, which is none in the caches of a process and 24 hours in the global one.</value>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>How long the entry lives from the last read on. With a lifetime as well, the earlier one ends the entry.</summary>
    /// <value>Null by default: reads prolong nothing.</value>
    public TimeSpan? SlidingLifetime { get; init; }

    /// <summary>The share of the lifetime, between 0 and 0.5, by which it is shortened at random, so that entries written together do not end together.</summary>
    /// <value>0 by default.</value>
    public double Jitter { get; init; }

    /// <summary>Names under which the entry is removed together with others, 8 at most. The rules of keys apply to them.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether a loader's null is remembered, so that what does not exist is not looked for again and again.</summary>
    /// <value>False by default.</value>
    public bool CacheNull { get; init; }

    /// <summary>What happens when the store of the cache cannot be reached.</summary>
    /// <value><see cref="CacheFailMode.Miss"/> by default.</value>
    public CacheFailMode FailMode { get; init; } = CacheFailMode.Miss;

    internal static CacheOptions Default { get; } = new();

    internal void Check()
    {
        Check(Lifetime, nameof(Lifetime));
        Check(SlidingLifetime, nameof(SlidingLifetime));
        if (Jitter is not (>= 0 and <= 0.5))
        {
            throw new ArgumentException("The option Jitter must be between 0 and 0.5.");
        }

        if (Groups.Count > MostGroups)
        {
            throw new ArgumentException($"An entry belongs to at most {MostGroups} groups; this one has {Groups.Count}.");
        }

        foreach (var group in Groups)
        {
            Caching.CacheName.Check(group, "group");
        }
    }

    private static void Check(TimeSpan? lifetime, string name)
    {
        if (lifetime <= TimeSpan.Zero)
        {
            throw new ArgumentException($"The option {name} must be longer than nothing; for entries without an end set CacheOptions.NoExpiry.");
        }
    }
}
