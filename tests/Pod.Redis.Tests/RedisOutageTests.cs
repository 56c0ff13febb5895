using System.Net;
using ChatApp.Client;
using ChatApp.Model;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Client;
using Pod.Redis.Tests.Support;
using Pod.Runtime;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Redis.Tests;

/// <summary>Redis goes away and comes back.</summary>
public sealed class RedisOutageTests : IAsyncLifetime
{
    private const string Application = "outage";

    private readonly RedisServer _redis = RedisServer.Stopped();
    private bool _isStarted;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task Without_redis_reads_are_misses_and_writes_are_dropped()
    {
        await using var host = await StartedAsync();
        var cache = CacheOf(host);
        Assert.True(await cache.SetAsync("a", "one"));
        await _redis.KillAsync(losesData: true);
        Assert.Null(await cache.GetAsync<string>("a"));
        Assert.False(await cache.SetAsync("a", "two"));
        Assert.False(await cache.ContainsAsync("a"));
        Assert.Equal("loaded", await cache.GetOrCreateAsync("a", static _ => Task.FromResult("loaded")));
        await Assert.ThrowsAsync<CacheUnavailableException>(
            async () => await cache.SetAsync("a", "two", new CacheOptions { FailMode = CacheFailMode.Throw }));
        await Assert.ThrowsAsync<CacheUnavailableException>(async () => await cache.GetOrCreateAsync(
            "a", static _ => Task.FromResult("loaded"), new CacheOptions { FailMode = CacheFailMode.Throw }));
        Assert.True(cache.Statistics.Errors >= 4);
        Assert.False(host.Services.GetRequiredService<IPodRedis>().IsAvailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/readyz"));

        await _redis.StartAsync();
        await Eventually.IsTrueAsync(async () => await cache.SetAsync("b", "three"), "the cache stores again");
        Assert.Equal("three", await cache.GetAsync<string>("b"));
        Assert.Null(await cache.GetAsync<string>("a"));
        Assert.True(host.Services.GetRequiredService<IPodRedis>().IsAvailable);
    }

    [Fact]
    public async Task A_redis_that_comes_back_with_its_data_serves_nothing_that_was_removed_meanwhile()
    {
        await using var host = await StartedAsync();
        var cache = CacheOf(host);
        await cache.SetAsync("kept", "x");
        await cache.SetAsync("removed", "x");
        await cache.SetAsync("grouped", "x", new CacheOptions { Groups = ["g"] });
        await _redis.KillAsync();
        await cache.RemoveAsync("removed");
        await cache.RemoveGroupAsync("g");
        await _redis.StartAsync();
        // The first read that finds anything must not find what was removed: all three are asked for together.
        await Eventually.IsTrueAsync(
            async () =>
            {
                Assert.Null(await cache.GetAsync<string>("removed"));
                Assert.Null(await cache.GetAsync<string>("grouped"));
                return await cache.GetAsync<string>("kept") == "x";
            },
            "the cache answers again");
    }

    [Fact]
    public async Task After_more_removals_than_can_be_remembered_everything_is_a_miss()
    {
        await using var host = await StartedAsync();
        var cache = CacheOf(host);
        await cache.SetAsync("kept", "x");
        await _redis.KillAsync();
        for (var i = 0; i <= 10_000; i++)
        {
            await cache.RemoveAsync($"{i}");
        }

        await _redis.StartAsync();
        await Eventually.IsTrueAsync(async () => await cache.SetAsync("new", "x"), "the cache stores again");
        Assert.True(await cache.ContainsAsync("new"));
        Assert.False(await cache.ContainsAsync("kept"));
    }

    [Fact]
    public async Task A_server_starts_without_redis_is_not_ready_and_finds_it_later()
    {
        await using var host = await RedisHost.LaunchAsync(_redis, Application);
        var cache = CacheOf(host);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/livez"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(host, "/readyz"));
        Assert.False(await cache.SetAsync("a", "one"));

        await _redis.StartAsync();
        await Eventually.IsTrueAsync(async () => await StatusAsync(host, "/readyz") == HttpStatusCode.OK, "the server is ready");
        Assert.True(await cache.SetAsync("a", "one"));
        await using var other = await RedisHost.StartAsync(_redis, Application);
        Assert.Equal("one", await CacheOf(other).GetAsync<string>("a"));
    }

    [Fact]
    public async Task In_development_the_server_uses_its_own_cache_and_messages_until_redis_appears()
    {
        await using var host = await RedisHost.LaunchAsync(_redis, Application, environment: "Development");
        var cache = CacheOf(host);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/readyz"));
        Assert.True(await cache.SetAsync("a", "own"));
        Assert.Equal("own", await cache.GetAsync<string>("a"));
        await using var session = await SessionAsync(host);
        await using var subscription = await session.Messages.SubscribeAsync<Message>("room");
        await session.Messages.PostAsync("room", Line(1));
        Assert.Equal(1, (await NextAsync(subscription)).Id);

        await _redis.StartAsync();
        await RedisHost.ConnectedAsync(host);
        Assert.Null(await cache.GetAsync<string>("a"));
        Assert.True(await cache.SetAsync("a", "shared"));
        await using var other = await RedisHost.LaunchAsync(_redis, Application, environment: "Development");
        await RedisHost.ConnectedAsync(other);
        Assert.Equal("shared", await CacheOf(other).GetAsync<string>("a"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Messages_go_on_after_an_outage_and_subscriptions_learn_of_the_gap(bool losesData)
    {
        await using var first = await StartedAsync(static settings => settings["Pod:Messaging:PublishTimeout"] = "00:00:00.3");
        await using var second = await StartedAsync();
        await using var poster = await SessionAsync(first);
        await using var listener = await SessionAsync(second);
        var gap = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var own = await poster.Messages.SubscribeAsync<Message>("room");
        await using var told = await listener.Messages.SubscribeAsync<Message>("room", new MessageSubscriptionOptions
        {
            OnGap = () =>
            {
                gap.SetResult();
                return Task.CompletedTask;
            },
        });
        await using var ends = await listener.Messages.SubscribeAsync<Message>("room", new MessageSubscriptionOptions { Gap = MessageGap.Throw });
        await using var ignores = await listener.Messages.SubscribeAsync<Message>("room");
        await poster.Messages.PostAsync("room", Line(1));
        Assert.Equal((1, 1, 1), ((await NextAsync(told)).Id, (await NextAsync(ends)).Id, (await NextAsync(ignores)).Id));

        await _redis.KillAsync(losesData);
        var failure = await Assert.ThrowsAsync<MessageNotSentException>(() => poster.Messages.PostAsync("room", Line(2)));
        Assert.Equal("room", failure.Channel);
        Assert.Equal((1, 2), ((await NextAsync(own)).Id, (await NextAsync(own)).Id));

        await _redis.StartAsync();
        var next = NextAsync(told);
        await gap.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        await Assert.ThrowsAsync<MessageGapException>(() => NextAsync(ends));
        await Eventually.IsTrueAsync(() => TryPostAsync(poster, Line(3)), "a message can be sent again");
        Assert.Equal((3, 3), ((await next).Id, (await NextAsync(ignores)).Id));
    }

    [Fact]
    public async Task A_revocation_during_an_outage_reaches_older_streams_later_and_no_newer_ones()
    {
        await using var first = await StartedAsync(static settings => settings["Pod:Messaging:PublishTimeout"] = "00:00:01");
        await using var second = await StartedAsync();
        await using var client = new ChatClient(second.Url, new PodClientOptions { AuthProvider = new FixedToken("ada") });
        await using var older = client.Member.WatchAsync(1).GetAsyncEnumerator();
        Assert.True(await older.MoveNextAsync());
        await _redis.KillAsync();
        await using (var session = await SessionAsync(first))
        {
            await session.Messages.AuthenticationRevokedAsync("ada", new RevokedUser());
        }

        using var stop = new CancellationTokenSource();
        await using var newer = client.Member.WatchAsync(2, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await newer.MoveNextAsync());
        await _redis.StartAsync();
        var oldersEnd = older.MoveNextAsync().AsTask();
        var newersEnd = newer.MoveNextAsync().AsTask();
        await Eventually.IsTrueAsync(
            () =>
            {
                // What the server's timer does now and then.
                first.Services.GetRequiredService<ServerMessages>().Revocations.Repeat();
                return Task.FromResult(oldersEnd.IsCompleted);
            },
            "the older stream is closed");
        await Assert.ThrowsAnyAsync<PodClientException>(() => oldersEnd);
        Assert.False(newersEnd.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => newersEnd);
    }

    private static Message Line(long id) => new() { Id = id, Author = "a", Text = "text" };

    private static async Task<bool> TryPostAsync(Session session, Message message)
    {
        try
        {
            await session.Messages.PostAsync("room", message);
            return true;
        }
        catch (MessageNotSentException)
        {
            return false;
        }
    }

    private static async Task<Message> NextAsync(IMessageSubscription<Message> subscription)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        await foreach (var message in subscription.WithCancellation(patience.Token))
        {
            return message;
        }

        throw new InvalidOperationException("The subscription has ended.");
    }

    private static IPodCache CacheOf(TestHost host) => host.Services.GetRequiredService<PodCaches>().Global;

    private static Task<InternalSession> SessionAsync(TestHost host) => host.Services.GetRequiredService<ISessionFactory>().CreateAsync();

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, string path)
    {
        using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private async Task<TestHost> StartedAsync(Action<Microsoft.Extensions.Configuration.IConfiguration>? configure = null)
    {
        if (!_isStarted)
        {
            await _redis.StartAsync();
            _isStarted = true;
        }

        return await RedisHost.StartAsync(_redis, Application, builder =>
        {
            builder.Services.AddScoped<IPodAuthenticator, TokenAuthenticator>();
            configure?.Invoke(builder.Configuration);
        });
    }
}
