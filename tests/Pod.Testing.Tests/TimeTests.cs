using Helpdesk.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Protocol;

namespace Pod.Testing.Tests;

public sealed class TimeTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task The_clock_stands_still()
    {
        var now = Time.GetUtcNow();
        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        Assert.Equal(now, Time.GetUtcNow());
        Assert.Equal(now.UtcDateTime, PodClock.UtcNow);
        Assert.Equal(now, Session.Time.GetUtcNow());
        Assert.Equal(now, Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(365)]
    public async Task Rows_take_the_time_of_the_test(int days)
    {
        var then = Time.GetUtcNow().AddDays(days);
        await Time.AdvanceAsync(TimeSpan.FromDays(days));

        var ticket = await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        Assert.Equal(then.UtcDateTime, ticket.OpenedAt);
        Assert.Equal(then.UtcDateTime, new Ticket { Title = "Mine" }.OpenedAt);
    }

    [Fact]
    public async Task Columns_that_default_to_now_take_the_time_of_the_test()
    {
        await Time.AdvanceAsync(TimeSpan.FromDays(400));
        var ticket = await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        var comments = await Comment.Db.InsertAsync(
            Session, [new Comment { TicketId = ticket.Id, Text = "a" }, new Comment { TicketId = ticket.Id, Text = "b", WrittenAt = DateTime.UnixEpoch }]);

        Assert.Equal([Time.GetUtcNow().UtcDateTime, DateTime.UnixEpoch], comments.Select(static comment => comment.WrittenAt));
    }

    [Fact]
    public async Task A_month_of_hours_passes_in_one_go()
    {
        var start = Time.GetUtcNow();
        var hours = new List<DateTimeOffset>();
        var clock = Services.GetRequiredService<TimeProvider>();
        await using var timer = clock.CreateTimer(_ => hours.Add(clock.GetUtcNow()), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        await Time.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Equal(Enumerable.Range(1, 30 * 24).Select(hour => start.AddHours(hour)), hours);
    }

    [Fact]
    public async Task A_call_that_waits_goes_on_when_its_time_has_come()
    {
        var call = Endpoints.Ticket.WaitAsync(Sessions, TimeSpan.FromHours(3));
        await Time.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.False(call.IsCompleted);

        await Time.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(Time.GetUtcNow().UtcDateTime, await call);
    }

    [Fact]
    public async Task Everything_on_the_way_runs_at_its_own_time()
    {
        var start = Time.GetUtcNow().UtcDateTime;
        await using var ticks = await Endpoints.Feed.TicksAsync(Sessions, TimeSpan.FromHours(1)).OpenAsync();

        await Time.AdvanceAsync(TimeSpan.FromHours(5));

        for (var hour = 1; hour <= 5; hour++)
        {
            Assert.Equal(start.AddHours(hour), await ticks.NextAsync());
        }

        await ticks.NoItemAsync();
    }

    [Fact]
    public async Task Instants_can_be_named()
    {
        var instant = Time.GetUtcNow().AddYears(1);
        await Time.SetAsync(instant);

        Assert.Equal(instant, Time.GetUtcNow());
    }

    [Fact]
    public async Task The_clock_does_not_go_back()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Time.AdvanceAsync(TimeSpan.FromSeconds(-1)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Time.SetAsync(Time.GetUtcNow().AddSeconds(-1)));
    }

    [Fact]
    public async Task Tests_have_their_own_clocks()
    {
        await using var other = await Host.BeginAsync();
        await other.Time.AdvanceAsync(TimeSpan.FromDays(400));

        Assert.True(Time.GetUtcNow() < other.Time.GetUtcNow().AddDays(-300));
    }

    [Fact]
    public async Task Timers_that_wait_are_listed()
    {
        var call = Endpoints.Ticket.WaitAsync(Sessions, TimeSpan.FromHours(3));
        await Test.SettleAsync();

        Assert.Equal(Time.GetUtcNow().AddHours(3), Assert.Single(Time.Pending));
        await Time.AdvanceAsync(TimeSpan.FromHours(3));
        await call;
        Assert.Empty(Time.Pending);
    }

    [Fact]
    public async Task Intervals_are_measured_by_the_clock_of_the_test()
    {
        var call = Endpoints.Ticket.WaitAsync(Sessions, TimeSpan.FromMinutes(90));
        await Time.AdvanceAsync(TimeSpan.FromHours(2));
        await call;

        Assert.Equal(TimeSpan.FromMinutes(90), Sessions.LastSession!.Duration);
    }
}
