namespace Pod.Runtime.Caching.Stores;

/// <summary>How long an entry lives.</summary>
/// <param name="FromWrite">From the write on; null for no end.</param>
/// <param name="FromRead">From the last read on; null for no end.</param>
internal readonly record struct EntryLifetime(TimeSpan? FromWrite, TimeSpan? FromRead)
{
    public static EntryLifetime Of(CacheOptions options, TimeSpan? defaultLifetime)
    {
        var lifetime = options.Lifetime ?? defaultLifetime;
        if (lifetime == CacheOptions.NoExpiry)
        {
            lifetime = null;
        }

        return new EntryLifetime(
            options.Jitter > 0 ? lifetime * (1 - (options.Jitter * Random.Shared.NextDouble())) : lifetime,
            options.SlidingLifetime == CacheOptions.NoExpiry ? null : options.SlidingLifetime);
    }
}
