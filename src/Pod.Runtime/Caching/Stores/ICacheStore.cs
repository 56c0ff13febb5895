namespace Pod.Runtime.Caching.Stores;

/// <summary>Where a cache keeps its entries. Keys and lifetimes were checked. Throws <see cref="CacheUnavailableException"/> where it cannot be reached.</summary>
internal interface ICacheStore
{
    /// <summary>Entries, bytes and evictions; null for what it cannot know.</summary>
    (long? Entries, long? Bytes, long Evictions) Size { get; }

    ValueTask<CacheValue?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Stores a value; false where there is no room for it at all.</summary>
    ValueTask<bool> SetAsync(string key, CacheValue value, EntryLifetime lifetime, IReadOnlyList<string> groups, CancellationToken cancellationToken);

    ValueTask<bool> ContainsAsync(string key, CancellationToken cancellationToken);

    ValueTask RemoveAsync(string key, CancellationToken cancellationToken);

    ValueTask RemoveGroupAsync(string group, CancellationToken cancellationToken);

    ValueTask ClearAsync(CancellationToken cancellationToken);
}
