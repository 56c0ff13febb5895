using Helpdesk.Server;

namespace Pod.Testing.Tests;

public sealed class LogAndMessageTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task Posted_messages_are_listed()
    {
        await Endpoints.Ticket.OpenAsync(Sessions, "One");
        await Endpoints.Ticket.OpenAsync(Sessions, "Two");

        Assert.Equal(["One", "Two"], (await Test.Messages.PublishedAsync<Note>("tickets")).Select(static note => note.Text));
        Assert.Empty(await Test.Messages.PublishedAsync<Note>("elsewhere"));
    }

    [Fact]
    public async Task Tests_do_not_hear_each_other()
    {
        await using var feed = await Endpoints.Feed.WatchAsync(Sessions).OpenAsync();
        await using var other = await Host.BeginAsync();

        await Endpoints.Ticket.OpenAsync(other.Sessions, "Leak");

        await feed.NoItemAsync();
        Assert.Empty(await Test.Messages.PublishedAsync<Note>("tickets"));
    }

    [Fact]
    public async Task Statements_are_counted_to_find_loops()
    {
        await Endpoints.Ticket.OpenAllAsync(Sessions, ["a", "b", "c"]);
        Log.Clear();

        await Endpoints.Ticket.CountSlowlyAsync(Sessions);

        Log.AssertQueries(atMost: 4);
        var failure = Assert.Throws<PodTestAssertionException>(() => Log.AssertQueries(atMost: 3));
        Assert.Contains("ticket.countSlowly: SELECT", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_statements_are_recorded_with_their_failure()
    {
        await Endpoints.Ticket.OpenTwiceAsync(Sessions, "Leak");

        Assert.Single(Log.Queries, static query => query.Failure is not null);
    }

    [Fact]
    public async Task A_test_without_errors_passes_the_assertion()
    {
        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        Log.AssertNoErrors();
        Assert.NotEmpty(Log.Entries);
    }

    [Fact]
    public async Task Logs_of_other_tests_are_not_mixed_in()
    {
        await using var other = await Host.BeginAsync();
        await Endpoints.Ticket.OpenAsync(other.Sessions, "Leak");

        Assert.DoesNotContain(Log.Entries, static entry => entry.Message.Contains("Leak", StringComparison.Ordinal));
        Assert.Contains(other.Log.Entries, static entry => entry.Message.Contains("Leak", StringComparison.Ordinal));
    }
}
