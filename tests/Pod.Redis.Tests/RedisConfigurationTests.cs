using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pod.Redis.Tests.Support;
using Pod.Runtime;
using Pod.Runtime.Tests;
using StackExchange.Redis;

namespace Pod.Redis.Tests;

public sealed class RedisConfigurationTests(RedisServer redis) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task Without_configuration_the_server_works_as_if_redis_had_not_been_added()
    {
        var log = new RecordedLog();
        await using var host = await TestHost.StartAsync(builder =>
        {
            builder.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log);
            builder.AddPodRedis();
            builder.AddPodRedis();
        });
        var caches = host.Services.GetRequiredService<PodCaches>();
        Assert.True(await caches.Global.SetAsync("a", "own"));
        Assert.Equal(1, caches.Global.Statistics.Entries);
        Assert.False(host.Services.GetRequiredService<IPodRedis>().IsAvailable);
        Assert.Single(log.Entries, static entry => entry.Id == 2503);
        await using var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => session.Messages.PostAsync("room", new ChatApp.Model.Channel { Name = "x" }, MessageScope.Global));
    }

    [Fact]
    public async Task Settings_say_where_redis_is()
    {
        await using var host = await TestHost.StartAsync(builder =>
        {
            builder.Configuration["Pod:Redis:Host"] = "localhost";
            builder.Configuration["Pod:Redis:Port"] = $"{redis.Port}";
            builder.AddPodRedis();
        });
        await RedisHost.ConnectedAsync(host);
        Assert.True(await host.Services.GetRequiredService<PodCaches>().Global.SetAsync("a", "shared"));
        Assert.Null(host.Services.GetRequiredService<PodCaches>().Global.Statistics.Entries);
    }

    [Fact]
    public async Task A_connection_among_the_services_is_used_and_stays_the_applications_own()
    {
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await using (var host = await TestHost.StartAsync(builder =>
        {
            builder.Configuration["ConnectionStrings:cache"] = "127.0.0.1:1";
            builder.Services.AddSingleton<IConnectionMultiplexer>(_ => connection);
            builder.AddPodRedis();
        }))
        {
            await RedisHost.ConnectedAsync(host);
            var raw = host.Services.GetRequiredService<IPodRedis>();
            Assert.Same(connection, raw.Connection);
            Assert.True(raw.IsAvailable);
            await raw.Database.StringSetAsync("mine", "1");
            Assert.True(await host.Services.GetRequiredService<PodCaches>().Global.SetAsync("a", "shared"));
        }

        connection.Dispose();
    }

    [Fact]
    public async Task Keys_begin_with_the_application_and_its_environment()
    {
        var application = $"test {Guid.NewGuid():N}";
        await using var host = await RedisHost.StartAsync(redis, application);
        await host.Services.GetRequiredService<PodCaches>().Global.SetAsync("a", "x", new CacheOptions { Groups = ["g"] });
        var found = await host.Services.GetRequiredService<IPodRedis>().Database!.ScriptEvaluateAsync(
            "return redis.call('KEYS', ARGV[1])", values: [$"*{application}*"]);
        var keys = ((RedisResult[])found!).Select(static key => (string)key!).Order(StringComparer.Ordinal);
        var prefix = $"pod:{{{application}:production}}:c:";
        Assert.Equal([prefix + "e:a", prefix + "g:g", prefix + "r"], keys);
    }

    [Theory]
    [InlineData("Pod:Redis:Port", "0")]
    [InlineData("Pod:Redis:ConnectTimeout", "00:00:00")]
    [InlineData("Pod:Redis:OperationTimeout", "00:01:01")]
    public async Task A_setting_out_of_its_limits_keeps_the_server_from_starting(string key, string value)
    {
        var failure = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => TestHost.StartAsync(builder =>
        {
            builder.Configuration[key] = value;
            builder.AddPodRedis();
        }));
        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConnectionStrings:cache", "127.0.0.1:1,nonsense=1", "ConnectionStrings:cache")]
    [InlineData("Pod:Redis:Enabled", "true", "Pod:Redis:Host")]
    [InlineData("Pod:Redis:User", "ada", "Pod:Redis:User")]
    public async Task A_configuration_that_cannot_work_is_explained(string key, string value, string named)
    {
        var failure = await Assert.ThrowsAsync<PodStartException>(() => TestHost.StartAsync(builder =>
        {
            builder.Configuration["Pod:Redis:Host"] = key == "Pod:Redis:User" ? "localhost" : null;
            builder.Configuration[key] = value;
            builder.AddPodRedis();
        }));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redis_elsewhere_without_protection_is_a_warning()
    {
        var log = new RecordedLog();
        await using var host = await TestHost.StartAsync(builder =>
        {
            builder.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log);
            // An address of documentation, which nobody has.
            builder.Configuration["Pod:Redis:Host"] = "192.0.2.1";
            builder.Configuration["Pod:Redis:ConnectTimeout"] = "00:00:00.1";
            builder.AddPodRedis();
        });
        Assert.Contains(log.Entries, static entry => entry.Id == 6004 && entry.Text.Contains("password and encryption", StringComparison.Ordinal));
    }
}
