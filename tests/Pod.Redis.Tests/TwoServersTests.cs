using System.Globalization;
using ChatApp.Client;
using ChatApp.Server;
using Pod.Client;
using Pod.Redis.Tests.Support;

namespace Pod.Redis.Tests;

/// <summary>Two processes of one application.</summary>
public sealed class TwoServersTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private ServerProcess _first = null!;
    private ServerProcess _second = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.StartedAsync();
        var servers = await Task.WhenAll(ServerProcess.StartAsync(_redis), ServerProcess.StartAsync(_redis));
        (_first, _second) = (servers[0], servers[1]);
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task They_share_the_global_cache()
    {
        Assert.Equal("True", await _first.SendAsync(HttpMethod.Put, "/cache/a?text=one&group=g"));
        Assert.Equal("one", await _second.SendAsync(HttpMethod.Get, "/cache/a"));
        await _second.SendAsync(HttpMethod.Delete, "/groups/g");
        Assert.Equal("none", await _first.SendAsync(HttpMethod.Get, "/cache/a"));

        await _redis.KillAsync(losesData: true);
        Assert.Equal("False", await _first.SendAsync(HttpMethod.Put, "/cache/a?text=two"));
        await _redis.StartAsync();
        await Eventually.IsTrueAsync(async () => await _first.SendAsync(HttpMethod.Put, "/cache/a?text=three") == "True", "the first server stores again");
        await Eventually.IsTrueAsync(async () => await _second.SendAsync(HttpMethod.Get, "/cache/a") == "three", "the second server reads again");
    }

    [Fact]
    public async Task A_stream_of_one_gets_what_is_posted_on_the_other()
    {
        await using var poster = new ChatClient(_first.Address);
        await using var listener = new ChatClient(_second.Address);
        await using var messages = listener.Message.WatchAsync(7).GetAsyncEnumerator();
        var next = messages.MoveNextAsync().AsTask();
        // Nobody outside can see that the other server has subscribed.
        await Eventually.IsTrueAsync(
            async () =>
            {
                await poster.Message.PostAsync(7, "a", "first");
                return next.IsCompleted;
            },
            "a message arrives");
        await poster.Message.PostAsync(7, "a", "0");
        while (messages.Current.Text == "first")
        {
            Assert.True(await messages.MoveNextAsync().AsTask().WaitAsync(TestHost.Patience, TimeProvider.System));
        }

        for (var i = 1; i <= 100; i++)
        {
            await poster.Message.PostAsync(7, "a", i.ToString(CultureInfo.InvariantCulture));
        }

        for (var i = 0; i <= 100; i++)
        {
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), messages.Current.Text);
            if (i < 100)
            {
                Assert.True(await messages.MoveNextAsync().AsTask().WaitAsync(TestHost.Patience, TimeProvider.System));
            }
        }
    }

    [Fact]
    public async Task A_revocation_on_one_closes_the_streams_of_the_other()
    {
        await using var ada = NewClient("ada");
        await using var bob = NewClient("bob");
        await using var adas = ada.Member.WatchAsync(1).GetAsyncEnumerator();
        await using var bobs = bob.Member.WatchAsync(2).GetAsyncEnumerator();
        Assert.True(await adas.MoveNextAsync());
        Assert.True(await bobs.MoveNextAsync());
        var bobsNext = bobs.MoveNextAsync().AsTask();
        await _first.SendAsync(HttpMethod.Post, "/revoke/ada");
        await Assert.ThrowsAnyAsync<PodClientException>(() => adas.MoveNextAsync().AsTask().WaitAsync(TestHost.Patience, TimeProvider.System));
        Assert.False(bobsNext.IsCompleted);
        await _second.SendAsync(HttpMethod.Post, "/revoke/bob");
        await Assert.ThrowsAnyAsync<PodClientException>(() => bobsNext.WaitAsync(TestHost.Patience, TimeProvider.System));
    }

    private ChatClient NewClient(string token) => new(_second.Address, new PodClientOptions { AuthProvider = new FixedToken(token) });
}
