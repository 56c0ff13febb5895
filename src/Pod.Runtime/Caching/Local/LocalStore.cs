using System.Text;
using Pod.Runtime.Caching.Stores;

namespace Pod.Runtime.Caching.Local;

/// <summary>
/// Entries of this process, in stripes by the hash of their keys. Each stripe has its share of the bounds, so a small cache is a single stripe
/// and keeps its order exactly.
/// </summary>
internal sealed class LocalStore : ICacheStore, IDisposable
{
    private const int MostStripes = 16;
    private const int EntriesPerStripe = 1024;
    private const int LargestPerStripe = 8;
    private const int Overhead = 64;
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly LocalGroups _groups = new();
    private readonly LocalStripe[] _stripes;
    private readonly Lazy<ITimer> _sweeper;

    public LocalStore(PodCacheSettings settings, TimeProvider time)
    {
        _time = time;
        _sweeper = new Lazy<ITimer>(() => time.CreateTimer(static store => ((LocalStore)store!).Sweep(), this, SweepInterval, SweepInterval));
        if (settings.MaxEntries == 0 || settings.MaxBytes == 0)
        {
            _stripes = [];
            return;
        }

        var count = (int)Math.Clamp(
            Math.Min(settings.MaxEntries / EntriesPerStripe, settings.MaxBytes / settings.MaxEntryBytes / LargestPerStripe), 1, MostStripes);
        _stripes = [.. Enumerable.Range(0, count).Select(_ => NewStripe(settings.MaxEntries / count, settings.MaxBytes / count, settings.Eviction))];
    }

    public (long? Entries, long? Bytes, long Evictions) Size
    {
        get
        {
            var (entries, bytes, evictions) = (0L, 0L, 0L);
            foreach (var stripe in _stripes)
            {
                var size = stripe.Size;
                entries += size.Entries;
                bytes += size.Bytes;
                evictions += size.Evictions;
            }

            return (entries, bytes, evictions);
        }
    }

    public ValueTask<CacheValue?> GetAsync(string key, CancellationToken cancellationToken)
        => ValueTask.FromResult<CacheValue?>(
            StripeOf(key)?.TryUse(key, _time.GetTimestamp(), out var entry) == true ? entry.Value : null);

    public ValueTask<bool> SetAsync(
        string key, CacheValue value, EntryLifetime lifetime, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        if (StripeOf(key) is not { } stripe)
        {
            return ValueTask.FromResult(false);
        }

        var now = _time.GetTimestamp();
        var size = value.Json.Length + Encoding.UTF8.GetByteCount(key) + Overhead;
        var entry = new LocalEntry(key, key.GetHashCode(StringComparison.Ordinal), value, size, _groups.Join(groups))
        {
            End = lifetime.FromWrite is { } fromWrite ? now + TicksOf(fromWrite) : long.MaxValue,
            Sliding = lifetime.FromRead is { } fromRead ? TicksOf(fromRead) : 0,
        };
        if (lifetime != default)
        {
            _ = _sweeper.Value;
        }

        return ValueTask.FromResult(stripe.TrySet(entry, now));
    }

    public ValueTask<bool> ContainsAsync(string key, CancellationToken cancellationToken)
        => ValueTask.FromResult(StripeOf(key)?.Contains(key, _time.GetTimestamp()) == true);

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
    {
        StripeOf(key)?.Remove(key);
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveGroupAsync(string group, CancellationToken cancellationToken)
    {
        _groups.Remove(group);
        return ValueTask.CompletedTask;
    }

    public ValueTask ClearAsync(CancellationToken cancellationToken)
    {
        foreach (var stripe in _stripes)
        {
            stripe.Clear();
        }

        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        if (_sweeper.IsValueCreated)
        {
            _sweeper.Value.Dispose();
        }
    }

    // Reading an entry finds out by itself that it is over; this gives back the memory of those that nobody reads.
    private void Sweep()
    {
        var now = _time.GetTimestamp();
        foreach (var stripe in _stripes)
        {
            stripe.RemoveOver(now);
        }
    }

    private LocalStripe NewStripe(int maxEntries, long maxBytes, CacheEviction eviction)
        => new(maxEntries, maxBytes, eviction == CacheEviction.Lfu ? new LeastFrequentlyUsed(maxEntries) : new LeastRecentlyUsed(), _groups);

    private LocalStripe? StripeOf(string key)
        => _stripes.Length switch
        {
            0 => null,
            1 => _stripes[0],
            _ => _stripes[(uint)key.GetHashCode(StringComparison.Ordinal) % (uint)_stripes.Length],
        };

    private long TicksOf(TimeSpan span) => (long)Int128.Min((Int128)span.Ticks * _time.TimestampFrequency / TimeSpan.TicksPerSecond, long.MaxValue / 4);
}
