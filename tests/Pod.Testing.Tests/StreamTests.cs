using System.Threading.Channels;
using Helpdesk.Server;
using Pod.Runtime;

namespace Pod.Testing.Tests;

public sealed class StreamTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    public async Task Streams_can_be_enumerated(int items)
    {
        var got = new List<int>();
        await foreach (var item in Endpoints.Feed.CountdownAsync(Sessions, items))
        {
            got.Add(item);
        }

        Assert.Equal(Enumerable.Range(1, items).Reverse(), got);
    }

    [Fact]
    public async Task Nothing_posted_after_the_opening_is_lost()
    {
        await using var feed = await Endpoints.Feed.WatchAsync(Sessions).OpenAsync();

        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        Assert.Equal("Leak", await feed.NextAsync());
        await feed.NoItemAsync();
    }

    [Fact]
    public async Task Inputs_are_read_while_items_come_out()
    {
        var titles = Channel.CreateUnbounded<string>();
        await using var import = await Endpoints.Feed.ImportAsync(Sessions, titles.Reader.ReadAllAsync()).OpenAsync();

        await titles.Writer.WriteAsync("One");
        Assert.Equal("One", (await import.NextAsync()).Title);
        await titles.Writer.WriteAsync("Two");
        Assert.Equal("Two", (await import.NextAsync()).Title);
        titles.Writer.Complete();

        Assert.True(await import.EndsAsync());
        Assert.Equal(2, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Methods_that_take_a_stream_give_one_answer()
        => Assert.Equal(6, await Endpoints.Feed.SumAsync(Sessions, Enumerable.Range(1, 3).ToAsyncEnumerable()));

    [Fact]
    public async Task A_failing_input_is_a_closed_stream_to_the_method()
    {
        var numbers = Channel.CreateUnbounded<int>();
        numbers.Writer.Complete(new InvalidOperationException("The client broke."));

        await Assert.ThrowsAsync<StreamClosedException>(() => Endpoints.Feed.SumAsync(Sessions, numbers.Reader.ReadAllAsync()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Exceptions_of_the_method_arrive_as_themselves(int items)
    {
        await using var stream = Endpoints.Feed.FailAfterAsync(Sessions, items);
        for (var i = 0; i < items; i++)
        {
            Assert.Equal(i, await stream.NextAsync());
        }

        Assert.Equal(items, (await stream.FailsAsync<TicketNotFound>()).TicketId);
    }

    [Fact]
    public async Task Enumerating_throws_what_the_method_throws()
        => await Assert.ThrowsAsync<TicketNotFound>(async () =>
        {
            await foreach (var item in Endpoints.Feed.FailAfterAsync(Sessions, 3))
            {
                Assert.True(item < 3);
            }
        });

    [Fact]
    public async Task Access_is_checked_when_the_stream_is_opened()
        => await Assert.ThrowsAsync<PodUnauthenticatedException>(() => Endpoints.Feed.WatchSignedAsync(Sessions).OpenAsync());

    [Fact]
    public async Task Access_is_checked_when_the_stream_is_enumerated()
        => await Assert.ThrowsAsync<PodUnauthenticatedException>(async () =>
        {
            await foreach (var item in Endpoints.Feed.WatchSignedAsync(Sessions))
            {
                Assert.Fail(item);
            }
        });

    [Fact]
    public async Task Revoking_the_sign_in_ends_the_stream()
    {
        await using var feed = await Endpoints.Feed.WatchSignedAsync(Sessions.With(AuthOverride.SignedIn("42"))).OpenAsync();

        await Session.Messages.AuthenticationRevokedAsync("42", new RevokedUser());

        await feed.FailsAsync<StreamClosedException>();
    }

    [Fact]
    public async Task Several_streams_run_at_once()
    {
        await using var first = await Endpoints.Feed.WatchAsync(Sessions).OpenAsync();
        await using var second = await Endpoints.Feed.WatchAsync(Sessions).OpenAsync();

        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        Assert.Equal("Leak", await first.NextAsync());
        Assert.Equal("Leak", await second.NextAsync());
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_method()
    {
        await foreach (var item in Endpoints.Feed.CountdownAsync(Sessions, int.MaxValue))
        {
            Assert.Equal(int.MaxValue, item);
            break;
        }
    }

    [Fact]
    public async Task A_stream_that_ends_instead_says_so()
    {
        await using var stream = Endpoints.Feed.CountdownAsync(Sessions, 0);

        var failure = await Assert.ThrowsAsync<PodTestAssertionException>(() => stream.NextAsync());

        Assert.Contains("'feed.countdown' ended", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_fails_instead_says_so()
    {
        await using var stream = Endpoints.Feed.FailAfterAsync(Sessions, 0);

        Assert.IsType<TicketNotFound>((await Assert.ThrowsAsync<PodTestAssertionException>(() => stream.NextAsync())).InnerException);
    }

    [Fact]
    public async Task A_stream_that_gives_nothing_names_the_timers()
    {
        await using var ticks = await Endpoints.Feed.TicksAsync(Sessions, TimeSpan.FromHours(1)).OpenAsync();

        var failure = await Assert.ThrowsAsync<PodTestAssertionException>(() => ticks.NextAsync(TimeSpan.FromMilliseconds(50)));

        Assert.Contains("Time.AdvanceAsync", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_instead_of_the_end_is_no_end()
    {
        await using var stream = Endpoints.Feed.CountdownAsync(Sessions, 1);

        Assert.False(await stream.EndsAsync());
        Assert.Equal(1, await stream.NextAsync());
        Assert.True(await stream.EndsAsync());
    }

    [Fact]
    public async Task Streams_that_a_test_leaves_open_are_ended()
    {
        var test = await Host.BeginAsync();
        var feed = await Endpoints.Feed.WatchAsync(test.Sessions).OpenAsync();
        await test.DisposeAsync();

        await feed.FailsAsync<OperationCanceledException>();
    }
}
