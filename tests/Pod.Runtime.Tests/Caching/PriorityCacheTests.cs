namespace Pod.Runtime.Tests.Caching;

public sealed class PriorityCacheTests : CacheConformance
{
    private protected override (IPodCache Cache, IPodCache Other) Choose(PodCaches caches) => (caches.Priority, caches.Global);
}
