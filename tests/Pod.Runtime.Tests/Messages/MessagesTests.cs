using ChatApp.Model;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Runtime.Tests.Messages;

public sealed class MessagesTests : MessageConformance
{
    private TestHost _host = null!;
    private InternalSession _session = null!;

    private ISessionFactory Sessions => _host.Services.GetRequiredService<ISessionFactory>();

    public override async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _session = await Sessions.CreateAsync();
        (Poster, Listener) = (_session, _session);
    }

    public override async Task DisposeAsync()
    {
        await _session.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Listening_begins_with_the_enumeration_and_ends_with_the_session()
    {
        var messages = _session.Messages.Listen<Message>("room");
        await _session.Messages.PostAsync("room", Line(1));
        var enumerator = messages.GetAsyncEnumerator();
        var next = enumerator.MoveNextAsync().AsTask();
        await Sessions.RunAsync(static session => session.Messages.PostAsync("room", Line(2)));
        Assert.True(await next.WaitAsync(TestHost.Patience));
        Assert.Equal(2, enumerator.Current.Id);
        next = enumerator.MoveNextAsync().AsTask();
        await _session.DisposeAsync();
        Assert.False(await next.WaitAsync(TestHost.Patience));
        Assert.Equal(0, _host.Services.GetRequiredService<LocalMessages>().ChannelCount);
    }

    [Fact]
    public async Task Misuse_is_explained()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _session.Messages.PostAsync("room", Line(1), MessageScope.Global));
        Assert.Contains("MessageScope.Local", failure.Message, StringComparison.Ordinal);
        foreach (var channel in (string[])["", "pod.x", "a\nb", new string('ä', 101)])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => _session.Messages.PostAsync(channel, Line(1)));
        }

        await _session.Messages.PostAsync(new string('ä', 100), Line(1));
        var messages = _session.Messages;
        await _session.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => messages.SubscribeAsync<Message>("room"));
        Assert.Throws<ObjectDisposedException>(() => _session.Messages);
    }
}
