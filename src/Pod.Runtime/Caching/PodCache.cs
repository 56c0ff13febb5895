using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Caching.Loading;
using Pod.Runtime.Caching.Stores;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Caching;

/// <summary>A cache over a store: values become bytes here, failures become misses, and loads are shared.</summary>
internal sealed class PodCache(string name, ICacheStore store, CacheCodecs codecs, PodCacheSettings settings, TimeProvider time, ILogger logger) : IPodCache
{
    private readonly RunningLoads _loads = new();
    private readonly OncePerMinute _tooLarge = new(time);
    private long _hits;
    private long _misses;
    private long _errors;

    public CacheStatistics Statistics
    {
        get
        {
            var (entries, bytes, evictions) = store.Size;
            return new CacheStatistics(entries, bytes, Interlocked.Read(ref _hits), Interlocked.Read(ref _misses), Interlocked.Read(ref _errors), evictions);
        }
    }

    public async ValueTask<T?> GetAsync<T>(string key, CancellationToken cancellationToken = default)
    {
        CacheName.Check(key, nameof(key));
        var found = await FindAsync(key, codecs.Get<T>(), CacheFailMode.Miss, cancellationToken).ConfigureAwait(false);
        return found.Value;
    }

    public async ValueTask<T> GetOrCreateAsync<T>(
        string key, Func<CancellationToken, Task<T>> load, CacheOptions? options = null, CancellationToken cancellationToken = default)
    {
        CacheName.Check(key, nameof(key));
        ArgumentNullException.ThrowIfNull(load);
        options ??= CacheOptions.Default;
        options.Check();
        var codec = codecs.Get<T>();
        _loads.ThrowIfLoading(key);
        while (true)
        {
            var ended = _loads.Ended;
            var found = await FindAsync(key, codec, options.FailMode, cancellationToken).ConfigureAwait(false);
            if (found.IsThere)
            {
                return found.Value!;
            }

            // A load that ended since the look into the store may have stored what is wanted: look again rather than load again.
            if (_loads.TryJoin<T>(key, options.Groups, ended, out var running, out var isNew))
            {
                if (isNew)
                {
                    running.Start(token => LoadAsync(load, token), result => StoreLoadedAsync(key, running, codec, result, options), _loads);
                }

                return await running.WaitAsync(codec, isNew, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask<bool> SetAsync<T>(string key, T value, CacheOptions? options = null, CancellationToken cancellationToken = default)
    {
        CacheName.Check(key, nameof(key));
        ArgumentNullException.ThrowIfNull(value);
        options ??= CacheOptions.Default;
        options.Check();
        return await StoreAsync(key, Encode(codecs.Get<T>(), value), options, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> ContainsAsync(string key, CancellationToken cancellationToken = default)
    {
        CacheName.Check(key, nameof(key));
        try
        {
            return await store.ContainsAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (CacheUnavailableException)
        {
            Failed();
            return false;
        }
    }

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        CacheName.Check(key, nameof(key));
        _loads.Forget(key);
        return RemoveAsync(store.RemoveAsync(key, cancellationToken));
    }

    public ValueTask RemoveGroupAsync(string group, CancellationToken cancellationToken = default)
    {
        CacheName.Check(group, nameof(group));
        _loads.ForgetGroup(group);
        return RemoveAsync(store.RemoveGroupAsync(group, cancellationToken));
    }

    public ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        _loads.ForgetAll();
        return RemoveAsync(store.ClearAsync(cancellationToken));
    }

    private static CacheValue Encode<T>(JsonCodec<T> codec, T value)
        => value is null ? CacheValue.Null : new CacheValue(TypeOf(codec), PodJson.Encode(codec, value, JsonAudience.Everything));

    // A value and its nullable form are stored alike.
    private static string TypeOf<T>(JsonCodec<T> codec) => codec.WireName.TrimEnd('?');

    private async ValueTask<(bool IsThere, T? Value)> FindAsync<T>(string key, JsonCodec<T> codec, CacheFailMode failMode, CancellationToken cancellationToken)
    {
        using var activity = RuntimeActivities.StartCacheGet(name);
        CacheValue? stored;
        try
        {
            stored = await store.GetAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (CacheUnavailableException) when (failMode == CacheFailMode.Miss)
        {
            Failed();
            return default;
        }

        if (stored is { } value && TryDecode(key, codec, value, out var decoded))
        {
            Interlocked.Increment(ref _hits);
            RuntimeMeters.CacheAsked(name, "hit");
            return (true, decoded);
        }

        Interlocked.Increment(ref _misses);
        RuntimeMeters.CacheAsked(name, "miss");
        return default;
    }

    // What an older or newer version of the application has stored must not break this one.
    private bool TryDecode<T>(string key, JsonCodec<T> codec, CacheValue stored, out T? value)
    {
        value = default;
        if (stored.IsNull)
        {
            return value is null;
        }

        if (stored.Type != TypeOf(codec))
        {
            logger.CachedTypeDiffers(name, key, stored.Type, codec.WireName);
            return false;
        }

        try
        {
            value = PodJson.Decode(codec, stored.Json.Span, JsonAudience.Everything);
            return true;
        }
        catch (PodJsonException e)
        {
            logger.CachedValueUnreadable(e, name, key, codec.WireName);
            return false;
        }
    }

    private async Task<T> LoadAsync<T>(Func<CancellationToken, Task<T>> load, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            return await load(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            RuntimeMeters.CacheLoaded(name, time.GetElapsedTime(started));
        }
    }

    private async Task<ReadOnlyMemory<byte>> StoreLoadedAsync<T>(string key, RunningLoad<T> load, JsonCodec<T> codec, T result, CacheOptions options)
    {
        var value = Encode(codec, result);
        if (!load.IsForgotten && (result is not null || options.CacheNull))
        {
            await StoreAsync(key, value, options, CancellationToken.None).ConfigureAwait(false);
            // Removed while it was on its way into the store: the removal wins.
            if (load.IsForgotten)
            {
                await RemoveAsync(store.RemoveAsync(key, CancellationToken.None)).ConfigureAwait(false);
            }
        }

        return value.Json;
    }

    private async ValueTask<bool> StoreAsync(string key, CacheValue value, CacheOptions options, CancellationToken cancellationToken)
    {
        if (value.Json.Length > settings.MaxEntryBytes)
        {
            if (_tooLarge.IsDue(key.Split(':', 2)[0]))
            {
                logger.CachedValueTooLarge(name, key, value.Json.Length, settings.MaxEntryBytes);
            }

            // The old value is not what the caller wants to have stored, either.
            await RemoveAsync(store.RemoveAsync(key, cancellationToken)).ConfigureAwait(false);
            return false;
        }

        try
        {
            return await store.SetAsync(key, value, EntryLifetime.Of(options, settings.DefaultLifetime), options.Groups, cancellationToken).ConfigureAwait(false);
        }
        catch (CacheUnavailableException) when (options.FailMode == CacheFailMode.Miss)
        {
            Failed();
            return false;
        }
    }

    private async ValueTask RemoveAsync(ValueTask removal)
    {
        try
        {
            await removal.ConfigureAwait(false);
        }
        catch (CacheUnavailableException)
        {
            Failed();
        }
    }

    private void Failed()
    {
        Interlocked.Increment(ref _errors);
        RuntimeMeters.CacheAsked(name, "error");
    }
}
