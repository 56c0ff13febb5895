using Microsoft.Extensions.Logging;
using Pod.Redis.Connecting;
using Pod.Runtime;
using Pod.Runtime.Caching.Stores;
using StackExchange.Redis;

namespace Pod.Redis.Caching;

/// <summary>The entries of the global cache in Redis, shared by all servers of one application and environment.</summary>
internal sealed class RedisStore(RedisConnection connection, TimeProvider time) : ICacheStore
{
    private readonly string _entries = connection.Prefix + "c:e:";
    private readonly string _groups = connection.Prefix + "c:g:";
    private readonly string _everything = connection.Prefix + "c:r";
    private readonly Breaker _breaker = new(time);
    private readonly PendingRemovals _pending = new();
    private readonly ILogger _logger = connection.Logger;

    public (long? Entries, long? Bytes, long Evictions) Size => (null, null, 0);

    public async ValueTask<CacheValue?> GetAsync(string key, CancellationToken cancellationToken)
        => await FindAsync(key, isRead: true, cancellationToken).ConfigureAwait(false) is { } found
            ? new CacheValue((string)found[0]!, (byte[])found[1]!)
            : null;

    public async ValueTask<bool> ContainsAsync(string key, CancellationToken cancellationToken)
        => await FindAsync(key, isRead: false, cancellationToken).ConfigureAwait(false) is not null;

    public async ValueTask<bool> SetAsync(
        string key, CacheValue value, EntryLifetime lifetime, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        var now = Now();
        var (fromWrite, fromRead) = (Milliseconds(lifetime.FromWrite), Milliseconds(lifetime.FromRead));
        var first = fromRead > 0 && (fromWrite == 0 || fromRead < fromWrite) ? fromRead : fromWrite;
        RedisKey[] keys = [_entries + key, _everything, .. groups.Select(group => (RedisKey)(_groups + group))];
        RedisValue[] values =
        [
            Guid.NewGuid().ToString("N"), value.Type, value.Json.ToArray(), End(fromWrite), fromRead, End(first), first, fromWrite,
        ];
        await RunAsync(database => EvaluateAsync(database, CacheScripts.Set, keys, values), cancellationToken).ConfigureAwait(false);
        return true;

        long End(long milliseconds) => milliseconds > 0 ? now + milliseconds : 0;
    }

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => RemoveNamedAsync(_entries + key, cancellationToken);

    public ValueTask RemoveGroupAsync(string group, CancellationToken cancellationToken) => RemoveNamedAsync(_groups + group, cancellationToken);

    public async ValueTask ClearAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(database => database.KeyDeleteAsync(_everything), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CacheUnavailableException or OperationCanceledException)
        {
            _pending.AddEverything();
            throw;
        }
    }

    private static long Milliseconds(TimeSpan? span) => span is { } some ? (long)Math.Ceiling(some.TotalMilliseconds) : 0;

    // A Redis that has restarted does not know the scripts that the connection believes it to know; the failure tells the connection so.
    private static async Task<RedisResult> EvaluateAsync(IDatabase database, string script, RedisKey[] keys, RedisValue[] values)
    {
        try
        {
            return await database.ScriptEvaluateAsync(script, keys, values).ConfigureAwait(false);
        }
        catch (RedisServerException e) when (e.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await database.ScriptEvaluateAsync(script, keys, values).ConfigureAwait(false);
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async ValueTask<RedisResult[]?> FindAsync(string key, bool isRead, CancellationToken cancellationToken)
    {
        var found = await RunAsync(
            database => EvaluateAsync(database, CacheScripts.Get, [_entries + key], [Now(), isRead ? 1 : 0]), cancellationToken).ConfigureAwait(false);
        return found.IsNull ? null : (RedisResult[]?)found;
    }

    private async ValueTask RemoveNamedAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(database => database.KeyDeleteAsync(name), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CacheUnavailableException or OperationCanceledException)
        {
            _pending.Add(name);
            throw;
        }
    }

    private async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> command, CancellationToken cancellationToken)
    {
        if (connection.Database is not { } database)
        {
            throw new CacheUnavailableException("Redis has not been reached yet.");
        }

        if (!_breaker.TryEnter())
        {
            throw new CacheUnavailableException("Redis has failed and is not asked for some seconds.");
        }

        try
        {
            if (!_pending.IsEmpty)
            {
                await ReplayAsync(database, cancellationToken).ConfigureAwait(false);
            }

            var result = await command(database).WaitAsync(connection.Options.OperationTimeout, time, cancellationToken).ConfigureAwait(false);
            if (_breaker.Succeeded())
            {
                RedisMeters.SetSkipped(false);
                _logger.BreakerClosed();
            }

            return result;
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            if (_breaker.Failed())
            {
                RedisMeters.SetSkipped(true);
                _logger.BreakerOpened(e, Breaker.Pause.TotalSeconds, Breaker.Failures);
            }

            throw new CacheUnavailableException($"Redis did not answer: {e.Message.Split('\n')[0]}", e);
        }
        catch
        {
            _breaker.Abandoned();
            throw;
        }
    }

    private async Task ReplayAsync(IDatabase database, CancellationToken cancellationToken)
    {
        var (isEverything, names) = _pending.Take();
        try
        {
            RedisKey[] keys = isEverything ? [_everything] : [.. names.Select(static name => (RedisKey)name)];
            await database.KeyDeleteAsync(keys).WaitAsync(connection.Options.OperationTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            if (isEverything)
            {
                _pending.AddEverything();
            }

            foreach (var name in names)
            {
                _pending.Add(name);
            }

            throw;
        }
    }
}
