using System.Diagnostics.Metrics;

namespace Pod.Runtime.Caching;

/// <summary>Shows how full the caches of a server are, as long as the server lives.</summary>
internal sealed class CacheSizeMeter : IDisposable
{
    private readonly Meter _meter = new("Pod.Runtime");
    private readonly (string Name, IPodCache Cache)[] _caches;

    public CacheSizeMeter(PodCaches caches)
    {
        _caches = [("local", caches.Local), ("priority", caches.Priority), ("global", caches.Global)];
        _meter.CreateObservableGauge("pod.cache.entries", () => Measure(static size => size.Entries), "{entry}", "Entries in this process.");
        _meter.CreateObservableGauge("pod.cache.bytes", () => Measure(static size => size.Bytes), "By", "Size of the entries in this process.");
        _meter.CreateObservableCounter("pod.cache.evictions", () => Measure(static size => size.Evictions), "{entry}", "Entries that had to go for want of room.");
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Measure(Func<CacheStatistics, long?> choose) =>
        from cache in _caches
        let value = choose(cache.Cache.Statistics)
        where value is not null
        select new Measurement<long>(value.Value, new KeyValuePair<string, object?>("pod.cache.name", cache.Name));
}
