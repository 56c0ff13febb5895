using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pod.Runtime.Tests.Caching;

public sealed class CacheSettingsTests
{
    [Theory]
    [InlineData("Local:MaxEntries", "-1")]
    [InlineData("Priority:MaxEntries", "10000001")]
    [InlineData("Global:MaxBytes", "-1")]
    [InlineData("Local:MaxEntryBytes", "1023")]
    [InlineData("Local:DefaultLifetime", "00:00:00")]
    public async Task A_setting_out_of_its_limits_keeps_the_server_from_starting(string key, string value)
    {
        var failure = await Assert.ThrowsAnyAsync<OptionsValidationException>(
            () => TestHost.StartAsync(builder => builder.Configuration[$"Pod:Caching:{key}"] = value));
        Assert.Contains($"Pod:Caching:{key}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_come_from_the_configuration()
    {
        await using var host = await TestHost.StartAsync(static builder =>
        {
            builder.Configuration["Pod:Caching:Local:MaxEntries"] = "2";
            builder.Configuration["Pod:Caching:Priority:MaxEntries"] = "0";
        });
        var caches = host.Services.GetRequiredService<PodCaches>();
        for (var i = 0; i < 5; i++)
        {
            Assert.True(await caches.Local.SetAsync($"{i}", i));
            Assert.False(await caches.Priority.SetAsync($"{i}", i));
        }

        Assert.Equal((2, 3), (caches.Local.Statistics.Entries, caches.Local.Statistics.Evictions));
        Assert.Equal(0, caches.Priority.Statistics.Entries);
        await using var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        Assert.Same(caches.Local, session.Caches.Local);
    }

    [Fact]
    public async Task A_global_cache_in_redis_needs_redis()
    {
        await using var host = await TestHost.StartAsync(static builder => builder.Configuration["Pod:Caching:Global:Store"] = "Redis");
        var failure = Assert.Throws<PodStartException>(() => host.Services.GetRequiredService<PodCaches>());
        Assert.Contains("AddPodRedis", failure.Message, StringComparison.Ordinal);
    }
}
