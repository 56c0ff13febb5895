using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pod.Runtime.Tests.Caching;

public sealed class CacheSettingsTests
{
    [Theory]
    [InlineData("Caching:Local:MaxEntries", "-1")]
    [InlineData("Caching:Priority:MaxEntries", "10000001")]
    [InlineData("Caching:Global:MaxBytes", "-1")]
    [InlineData("Caching:Local:MaxEntryBytes", "1023")]
    [InlineData("Caching:Local:DefaultLifetime", "00:00:00")]
    [InlineData("Messaging:QueueLength", "0")]
    [InlineData("Messaging:PublishTimeout", "00:01:01")]
    [InlineData("Messaging:MaxMessageBytes", "1023")]
    public async Task A_setting_out_of_its_limits_keeps_the_server_from_starting(string key, string value)
    {
        var failure = await Assert.ThrowsAnyAsync<OptionsValidationException>(
            () => TestHost.StartAsync(builder => builder.Configuration[$"Pod:{key}"] = value));
        Assert.Contains($"Pod:{key}", failure.Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("Caching:Global:Store")]
    [InlineData("Messaging:Backplane")]
    public async Task A_server_that_is_to_use_redis_does_not_start_without_it(string key)
    {
        var failure = await Assert.ThrowsAsync<PodStartException>(() => TestHost.StartAsync(builder => builder.Configuration[$"Pod:{key}"] = "Redis"));
        Assert.StartsWith($"Pod:{key} is Redis, and there is none. Call builder.AddPodRedis()", failure.Message, StringComparison.Ordinal);
    }
}
