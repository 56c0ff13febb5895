using Pod.Runtime.Caching.Stores;

namespace Pod.Redis.Caching;

/// <summary>Uses one store until another one is there.</summary>
internal sealed class MeanwhileStore(ICacheStore meanwhile, ICacheStore awaited, Func<bool> isThere) : ICacheStore
{
    public (long? Entries, long? Bytes, long Evictions) Size => Current.Size;

    private ICacheStore Current => isThere() ? awaited : meanwhile;

    public ValueTask<CacheValue?> GetAsync(string key, CancellationToken cancellationToken) => Current.GetAsync(key, cancellationToken);

    public ValueTask<bool> SetAsync(
        string key, CacheValue value, EntryLifetime lifetime, IReadOnlyList<string> groups, CancellationToken cancellationToken)
        => Current.SetAsync(key, value, lifetime, groups, cancellationToken);

    public ValueTask<bool> ContainsAsync(string key, CancellationToken cancellationToken) => Current.ContainsAsync(key, cancellationToken);

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => Current.RemoveAsync(key, cancellationToken);

    public ValueTask RemoveGroupAsync(string group, CancellationToken cancellationToken) => Current.RemoveGroupAsync(group, cancellationToken);

    public ValueTask ClearAsync(CancellationToken cancellationToken) => Current.ClearAsync(cancellationToken);
}
