using ChatApp.Model;
using ChatApp.Server;
using Pod.Protocol;

namespace Pod.Runtime.Tests.Messages;

/// <summary>What messages do, whether the one who posts and the one who listens are on one server or on two.</summary>
public abstract class MessageConformance : IAsyncLifetime
{
    private protected InternalSession Poster { get; set; } = null!;

    private protected InternalSession Listener { get; set; } = null!;

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task A_subscription_misses_nothing_after_it_was_made()
    {
        await using var subscription = await Listener.Messages.SubscribeAsync<Message>("room");
        var original = Line(1);
        await Poster.Messages.PostAsync("room", original);
        original.Text = "changed afterwards";
        await Poster.Messages.PostAsync("room", Line(2));
        await Poster.Messages.PostAsync("other room", Line(3));
        var received = await TakeAsync(subscription, 2);
        Assert.Equal([1L, 2L], received.Select(static line => line.Id));
        Assert.Equal("text 1", received[0].Text);
    }

    [Fact]
    public async Task A_token_ends_listening()
    {
        using var stop = new CancellationTokenSource();
        var next = Listener.Messages.Listen<Message>("room", stop.Token).GetAsyncEnumerator().MoveNextAsync().AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task A_handler_that_throws_gets_the_next_message_and_disposing_one_leaves_the_others()
    {
        var first = new TaskCompletionSource<long>();
        var second = new TaskCompletionSource<long>();
        var failing = await Listener.Messages.AddListenerAsync<Message>("room", line =>
        {
            if (line.Id == 1)
            {
                throw new InvalidOperationException("first fails");
            }

            first.TrySetResult(line.Id);
            return Task.CompletedTask;
        });
        await Poster.Messages.PostAsync("room", new Channel { Name = "of another type" });
        await Poster.Messages.PostAsync("room", Line(1));
        await Poster.Messages.PostAsync("room", Line(2));
        Assert.Equal(2, await first.Task.WaitAsync(TestHost.Patience));

        await Listener.Messages.AddListenerAsync<Message>("room", line =>
        {
            second.TrySetResult(line.Id);
            return Task.CompletedTask;
        });
        await failing.DisposeAsync();
        await Poster.Messages.PostAsync("room", Line(3));
        Assert.Equal(3, await second.Task.WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task A_message_of_another_type_ends_an_enumeration()
    {
        await using var subscription = await Listener.Messages.SubscribeAsync<Message>("room");
        await using var all = await Listener.Messages.SubscribeAsync<IPodModel>("room");
        await Poster.Messages.PostAsync("room", new Channel { Name = "x" });
        var failure = await Assert.ThrowsAsync<MessageTypeException>(() => TakeAsync(subscription, 1));
        Assert.Equal(("Message", "Channel"), (failure.Expected, failure.Actual));
        Assert.IsType<Channel>(Assert.Single(await TakeAsync(all, 1)));
    }

    [Fact]
    public async Task Queues_are_bounded()
    {
        await using var fails = await Listener.Messages.SubscribeAsync<Message>("room", new MessageSubscriptionOptions { Capacity = 2 });
        await using var newest = await Listener.Messages.SubscribeAsync<Message>(
            "room", new MessageSubscriptionOptions { Capacity = 2, Overflow = MessageOverflow.DropOldest });
        await using var oldest = await Listener.Messages.SubscribeAsync<Message>(
            "room", new MessageSubscriptionOptions { Capacity = 2, Overflow = MessageOverflow.DropNewest });
        await using var all = await Listener.Messages.SubscribeAsync<Message>("room");
        for (var i = 1; i <= 3; i++)
        {
            await Poster.Messages.PostAsync("room", Line(i));
        }

        // It was the last to subscribe, so the others have them as well.
        await TakeAsync(all, 3);

        await Assert.ThrowsAsync<MessageOverflowException>(() => TakeAsync(fails, 3));
        Assert.Equal([2L, 3L], (await TakeAsync(newest, 2)).Select(static line => line.Id));
        Assert.Equal([1L, 2L], (await TakeAsync(oldest, 2)).Select(static line => line.Id));
    }

    [Fact]
    public async Task Many_messages_keep_their_order()
    {
        await using var subscription = await Listener.Messages.SubscribeAsync<Message>("room", new MessageSubscriptionOptions { Capacity = 500 });
        var posts = Enumerable.Range(0, 500).Select(i => Poster.Messages.PostAsync("room", Line(i))).ToArray();
        await Task.WhenAll(posts);
        Assert.Equal(Enumerable.Range(0, 500).Select(static i => (long)i), (await TakeAsync(subscription, 500)).Select(static line => line.Id));
    }

    [Fact]
    public async Task A_subscription_that_was_ended_leaves_the_channel_to_those_who_come_later()
    {
        for (var i = 1; i <= 3; i++)
        {
            await using var subscription = await Listener.Messages.SubscribeAsync<Message>("room");
            await Poster.Messages.PostAsync("room", Line(i));
            Assert.Equal(i, Assert.Single(await TakeAsync(subscription, 1)).Id);
        }
    }

    private protected static Message Line(long id) => new() { Id = id, Author = "a", Text = $"text {id}" };

    private protected static async Task<List<T>> TakeAsync<T>(IMessageSubscription<T> subscription, int count)
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
