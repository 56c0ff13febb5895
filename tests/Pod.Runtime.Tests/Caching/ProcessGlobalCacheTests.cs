namespace Pod.Runtime.Tests.Caching;

public sealed class ProcessGlobalCacheTests : CacheConformance
{
    [Fact]
    public async Task Entries_live_a_day_unless_they_say_otherwise()
    {
        await Cache.SetAsync("a", "day");
        await Cache.SetAsync("b", "ever", new CacheOptions { Lifetime = CacheOptions.NoExpiry });
        Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal("day", await Cache.GetAsync<string>("a"));
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await Cache.GetAsync<string>("a"));
        Assert.Equal("ever", await Cache.GetAsync<string>("b"));
    }

    private protected override (IPodCache Cache, IPodCache Other) Choose(PodCaches caches) => (caches.Global, caches.Local);
}
