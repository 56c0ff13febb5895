using Pod.Database;

namespace Pod.Runtime;

/// <summary>Removals that wait for the commit of a transaction, so that nobody caches again what is about to change.</summary>
public static class PodCacheTransactionExtensions
{
    /// <summary>Removes an entry after the commit, and not after a rollback.</summary>
    /// <example><code>await session.Caches.Global.RemoveAsync(tx, "menu:42");</code></example>
    public static ValueTask RemoveAsync(this IPodCache cache, Transaction tx, string key)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(tx);
        Caching.CacheName.Check(key, nameof(key));
        tx.OnCommitted(() => cache.RemoveAsync(key).AsTask());
        return ValueTask.CompletedTask;
    }

    /// <summary>Removes a group after the commit, and not after a rollback.</summary>
    public static ValueTask RemoveGroupAsync(this IPodCache cache, Transaction tx, string group)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(tx);
        Caching.CacheName.Check(group, nameof(group));
        tx.OnCommitted(() => cache.RemoveGroupAsync(group).AsTask());
        return ValueTask.CompletedTask;
    }
}
