using Helpdesk.Server;

namespace Pod.Testing.Tests;

/// <summary>Tests that want one row while both run.</summary>
public sealed class LockTests
{
    [Fact]
    public async Task Tests_that_wait_for_each_other_both_fail_by_name()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.LockTimeout = TimeSpan.FromMilliseconds(400));
        var first = await host.BeginAsync(name: "first test");
        await Ticket.Db.InsertRowAsync(first.Session, new Ticket { Title = "The same" });
        var second = await host.BeginAsync(name: "second test");

        var blocked = await Assert.ThrowsAsync<PodTestLockException>(() => Ticket.Db.InsertRowAsync(second.Session, new Ticket { Title = "The same" }));
        var blocker = await Assert.ThrowsAsync<PodTestLockException>(() => Ticket.Db.CountAsync(first.Session));

        Assert.StartsWith("'second test' has waited 0.4 seconds for a lock of 'first test', in: INSERT INTO \"ticket\"", blocked.Message, StringComparison.Ordinal);
        Assert.Same(blocked, blocker);
        Assert.Same(blocked, await Assert.ThrowsAsync<PodTestLockException>(async () => await second.DisposeAsync()));
        Assert.Same(blocked, await Assert.ThrowsAsync<PodTestLockException>(async () => await first.DisposeAsync()));

        await using var third = await host.BeginAsync(name: "third test");
        await Ticket.Db.InsertRowAsync(third.Session, new Ticket { Title = "The same" });
    }

    [Fact]
    public async Task A_short_wait_is_none_of_anybodys_business()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>();
        var first = await host.BeginAsync();
        await Ticket.Db.InsertRowAsync(first.Session, new Ticket { Title = "The same" });
        await using var second = await host.BeginAsync();

        var waiting = Ticket.Db.InsertRowAsync(second.Session, new Ticket { Title = "The same" });
        await first.DisposeAsync();

        Assert.Equal("The same", (await waiting).Title);
    }
}
