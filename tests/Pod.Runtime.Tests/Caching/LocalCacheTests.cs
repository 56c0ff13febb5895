namespace Pod.Runtime.Tests.Caching;

public sealed class LocalCacheTests : CacheConformance
{
    private protected override (IPodCache Cache, IPodCache Other) Choose(PodCaches caches) => (caches.Local, caches.Priority);
}
