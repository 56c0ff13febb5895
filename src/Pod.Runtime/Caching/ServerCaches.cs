using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pod.Runtime.Caching.Local;
using Pod.Runtime.Caching.Stores;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Distribution;

namespace Pod.Runtime.Caching;

/// <summary>Makes the three caches and ends what they do in the background. A host of tests makes one for each test.</summary>
internal sealed class ServerCaches : IDisposable
{
    private readonly List<LocalStore> _stores = [];
    private readonly CacheSizeMeter _meter;

    [ActivatorUtilitiesConstructor]
    public ServerCaches(IOptions<PodOptions> options, CacheCodecs codecs, TimeProvider time, SessionLogger logger, IServiceProvider services)
        : this(options.Value.Caching, codecs, time, logger.Logger, SharedStore(options.Value.Caching.Global, services))
    {
    }

    public ServerCaches(PodCachingOptions options, CacheCodecs codecs, TimeProvider time, ILogger logger, ICacheStore? shared)
    {
        IsShared = shared is not null;
        Caches = new PodCaches(
            new PodCache("local", NewStore(options.Local, time), codecs, options.Local, time, logger),
            new PodCache("priority", NewStore(options.Priority, time), codecs, options.Priority, time, logger),
            new PodCache("global", shared ?? NewStore(options.Global, time), codecs, options.Global, time, logger));
        _meter = new CacheSizeMeter(Caches);
    }

    public PodCaches Caches { get; }

    /// <summary>Whether other servers have the same global cache.</summary>
    public bool IsShared { get; }

    public void Dispose()
    {
        _meter.Dispose();
        _stores.ForEach(static store => store.Dispose());
    }

    private static ICacheStore? SharedStore(PodGlobalCacheSettings settings, IServiceProvider services)
    {
        var shared = settings.Store == GlobalCacheStore.Local ? null : services.GetService<IDistribution>()?.Cache;
        return settings.Store == GlobalCacheStore.Redis && shared is null
            ? throw new PodStartException(
                "Pod:Caching:Global:Store is Redis, and there is none. Call builder.AddPodRedis() of the package Pod.Redis and set ConnectionStrings:cache or Pod:Redis:Host.",
                PodStartException.ConfigurationInvalid)
            : shared;
    }

    private LocalStore NewStore(PodCacheSettings settings, TimeProvider time)
    {
        var store = new LocalStore(settings, time);
        _stores.Add(store);
        return store;
    }
}
