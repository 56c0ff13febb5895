namespace Pod.Runtime;

/// <summary>A cache of values by key. Safe on any thread.</summary>
/// <remarks>
/// A value is a generated model, a type of the wire, or a list, set or map with text keys of these; for other types register a
/// <c>JsonCodec</c> of the type as a service. What is read is a fresh copy, nobody else's. A failing cache fails no call: a read is a miss and
/// a write is dropped. Keys have 1 to 256 bytes in UTF-8 and no control characters.
/// </remarks>
/// <example><code>
/// var menu = await session.Caches.Global.GetOrCreateAsync(
///     $"menu:{id}", ct => LoadMenuAsync(session, id, ct), new CacheOptions { Lifetime = TimeSpan.FromMinutes(10), Groups = [$"restaurant:{id}"] });
/// </code></example>
public interface IPodCache
{
    /// <summary>What the cache holds and how often it was asked, on this server.</summary>
    CacheStatistics Statistics { get; }

    /// <summary>Reads a value. Not there, expired and stored as another type all give the default: null, and for a plain value type its zero.</summary>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    /// <exception cref="InvalidOperationException">There is no codec for the type.</exception>
    ValueTask<T?> GetAsync<T>(string key, CancellationToken cancellationToken = default);

    /// <summary>Reads a value; if it is not there, loads it, stores it and returns it. Callers of one key on one server share one load.</summary>
    /// <param name="key">The key.</param>
    /// <param name="load">
    /// Loads the value. What it throws, every waiting caller gets, and nothing is stored. Its token is cancelled when no caller waits any longer.
    /// </param>
    /// <param name="options">How to store the value.</param>
    /// <param name="cancellationToken">Ends the wait of this caller alone.</param>
    /// <exception cref="InvalidOperationException">The loader asks for its own key, or there is no codec for the type.</exception>
    ValueTask<T> GetOrCreateAsync<T>(
        string key, Func<CancellationToken, Task<T>> load, CacheOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Stores a value in the place of whatever the key had.</summary>
    /// <returns>False where the value was not stored: it is too large, or the store cannot be reached.</returns>
    /// <exception cref="ArgumentException">The key or an option is malformed.</exception>
    ValueTask<bool> SetAsync<T>(string key, T value, CacheOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Whether there is an entry. Asking does not count as use.</summary>
    ValueTask<bool> ContainsAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Removes an entry. A load of it that is running does not bring it back.</summary>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Removes all entries of a group at once, however many there are.</summary>
    ValueTask RemoveGroupAsync(string group, CancellationToken cancellationToken = default);

    /// <summary>Removes all entries of this cache.</summary>
    ValueTask ClearAsync(CancellationToken cancellationToken = default);
}
