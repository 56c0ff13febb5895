using ChatApp.Server;
using Pod.Redis.Tests.Support;
using Pod.Runtime;
using Pod.Runtime.Tests.Messages;

namespace Pod.Redis.Tests;

public sealed class RedisMessagesTests(RedisServer redis) : BackplaneConformance, IClassFixture<RedisServer>
{
    private readonly string _application = $"test {Guid.NewGuid():N}";

    [Fact]
    public async Task A_servers_own_subscribers_get_a_message_once_and_local_ones_stay_at_home()
    {
        await using var own = await Poster.Messages.SubscribeAsync<ChatApp.Model.Message>("room");
        await using var other = await Listener.Messages.SubscribeAsync<ChatApp.Model.Message>("room");
        await Poster.Messages.PostAsync("room", Line(1), MessageScope.Local);
        await Poster.Messages.PostAsync("room", Line(2), MessageScope.Global);
        Assert.Equal(2, Assert.Single(await TakeAsync(other, 1)).Id);
        await Listener.Messages.PostAsync("room", Line(3));
        Assert.Equal([1L, 2L, 3L], (await TakeAsync(own, 3)).Select(static line => line.Id));
        Assert.Equal(3, Assert.Single(await TakeAsync(other, 1)).Id);
    }

    [Fact]
    public async Task A_message_that_is_too_large_for_others_is_refused()
    {
        var large = Line(1);
        large.Text = new string('x', 1024 * 1024);
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => Poster.Messages.PostAsync("room", large));
        Assert.Contains("Pod:Messaging:MaxMessageBytes", failure.Message, StringComparison.Ordinal);
        await Poster.Messages.PostAsync("room", large, MessageScope.Local);
    }

    [Fact]
    public async Task Another_application_hears_nothing()
    {
        await using var host = await RedisHost.StartAsync(redis, $"other {Guid.NewGuid():N}");
        await using var session = await SessionAsync(host);
        await using var foreign = await session.Messages.SubscribeAsync<ChatApp.Model.Message>("room");
        await using var own = await Listener.Messages.SubscribeAsync<ChatApp.Model.Message>("room");
        await Poster.Messages.PostAsync("room", Line(1));
        await TakeAsync(own, 1);
        await session.Messages.PostAsync("room", Line(2));
        Assert.Equal(2, Assert.Single(await TakeAsync(foreign, 1)).Id);
    }

    private protected override Task<TestHost> StartServerAsync() => RedisHost.StartAsync(redis, _application);
}
