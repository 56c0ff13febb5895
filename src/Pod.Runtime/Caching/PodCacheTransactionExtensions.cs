using Pod.Database;

namespace Pod.Runtime;

/// <summary>Removals that wait for the commit of a transaction, so that nobody caches again what is about to change.</summary>
public static class PodCacheTransactionExtensions
{
    /// <summary>Removes an entry after the commit, and not after a rollback.</summary>
    /// <example><code>session.Caches.Global.RemoveAfterCommit(tx, "menu:42");</code></example>
    public static void RemoveAfterCommit(this IPodCache cache, Transaction tx, string key)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(tx);
        tx.OnCommitted(() => cache.RemoveAsync(key).AsTask());
    }

    /// <summary>Removes a group after the commit, and not after a rollback.</summary>
    public static void RemoveGroupAfterCommit(this IPodCache cache, Transaction tx, string group)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(tx);
        tx.OnCommitted(() => cache.RemoveGroupAsync(group).AsTask());
    }
}
