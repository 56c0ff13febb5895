using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Pod.Redis.Tests.Support;
using Pod.Runtime;
using Pod.Runtime.Tests.Caching;

namespace Pod.Redis.Tests;

public sealed class RedisCacheTests(RedisServer redis) : CacheConformance, IClassFixture<RedisServer>
{
    private protected override (IPodCache Cache, IPodCache Other) Choose(PodCaches caches) => (caches.Global, caches.Local);

    private protected override void Configure(WebApplicationBuilder builder) => RedisHost.Use(builder, redis, $"test {Guid.NewGuid():N}");

    private protected override Task StartedAsync(TestHost host) => RedisHost.ConnectedAsync(host);
}
