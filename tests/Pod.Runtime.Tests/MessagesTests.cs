using ChatApp.Model;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Protocol;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Runtime.Tests;

public sealed class MessagesTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private InternalSession _session = null!;

    private ISessionFactory Sessions => _host.Services.GetRequiredService<ISessionFactory>();

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _session = await Sessions.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await _session.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_subscription_misses_nothing_after_it_was_made()
    {
        await using var subscription = await _session.Messages.SubscribeAsync<Message>("room");
        var original = Line(1);
        await _session.Messages.PostAsync("room", original);
        original.Text = "changed afterwards";
        await _session.Messages.PostAsync("room", Line(2));
        await _session.Messages.PostAsync("other room", Line(3));
        var received = await TakeAsync(subscription, 2);
        Assert.Equal([1L, 2L], received.Select(static line => line.Id));
        Assert.Equal("text 1", received[0].Text);
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
    public async Task A_token_ends_listening()
    {
        using var stop = new CancellationTokenSource();
        var next = _session.Messages.Listen<Message>("room", stop.Token).GetAsyncEnumerator().MoveNextAsync().AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task A_handler_that_throws_gets_the_next_message_and_disposing_one_leaves_the_others()
    {
        var first = new TaskCompletionSource<long>();
        var second = new TaskCompletionSource<long>();
        var failing = await _session.Messages.AddListenerAsync<Message>("room", line =>
        {
            if (line.Id == 1)
            {
                throw new InvalidOperationException("first fails");
            }

            first.TrySetResult(line.Id);
            return Task.CompletedTask;
        });
        await _session.Messages.PostAsync("room", new Channel { Name = "of another type" });
        await _session.Messages.PostAsync("room", Line(1));
        await _session.Messages.PostAsync("room", Line(2));
        Assert.Equal(2, await first.Task.WaitAsync(TestHost.Patience));

        await _session.Messages.AddListenerAsync<Message>("room", line =>
        {
            second.TrySetResult(line.Id);
            return Task.CompletedTask;
        });
        await failing.DisposeAsync();
        await _session.Messages.PostAsync("room", Line(3));
        Assert.Equal(3, await second.Task.WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task A_message_of_another_type_ends_an_enumeration()
    {
        await using var subscription = await _session.Messages.SubscribeAsync<Message>("room");
        await using var all = await _session.Messages.SubscribeAsync<IPodModel>("room");
        await _session.Messages.PostAsync("room", new Channel { Name = "x" });
        var failure = await Assert.ThrowsAsync<MessageTypeException>(() => TakeAsync(subscription, 1));
        Assert.Equal(("Message", "Channel"), (failure.Expected, failure.Actual));
        Assert.IsType<Channel>(Assert.Single(await TakeAsync(all, 1)));
    }

    [Fact]
    public async Task Queues_are_bounded()
    {
        await using var fails = await _session.Messages.SubscribeAsync<Message>("room", new MessageSubscriptionOptions { Capacity = 2 });
        await using var newest = await _session.Messages.SubscribeAsync<Message>(
            "room", new MessageSubscriptionOptions { Capacity = 2, Overflow = MessageOverflow.DropOldest });
        await using var oldest = await _session.Messages.SubscribeAsync<Message>(
            "room", new MessageSubscriptionOptions { Capacity = 2, Overflow = MessageOverflow.DropNewest });
        for (var i = 1; i <= 3; i++)
        {
            await _session.Messages.PostAsync("room", Line(i));
        }

        await Assert.ThrowsAsync<MessageOverflowException>(() => TakeAsync(fails, 3));
        Assert.Equal([2L, 3L], (await TakeAsync(newest, 2)).Select(static line => line.Id));
        Assert.Equal([1L, 2L], (await TakeAsync(oldest, 2)).Select(static line => line.Id));
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

    private static Message Line(long id) => new() { Id = id, Author = "a", Text = $"text {id}" };

    private static async Task<List<T>> TakeAsync<T>(IMessageSubscription<T> subscription, int count)
    {
        using var patience = new CancellationTokenSource(TestHost.Patience);
        var taken = new List<T>();
        await foreach (var message in subscription.WithCancellation(patience.Token))
        {
            taken.Add(message);
            if (taken.Count == count)
            {
                break;
            }
        }

        return taken;
    }
}
