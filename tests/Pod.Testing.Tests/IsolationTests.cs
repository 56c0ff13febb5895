using Helpdesk.Server;
using Pod.Database;

namespace Pod.Testing.Tests;

/// <summary>The other ways to undo a test, each on a host of its own, and what production does where Rollback differs.</summary>
public sealed class IsolationTests
{
    private static readonly TestEndpoints Endpoints = new();

    [Fact]
    public async Task Rollback_at_end_shows_later_tests_what_earlier_ones_did()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Isolation = Isolation.RollbackAtEnd);
        await using (var first = await host.BeginAsync())
        {
            await Endpoints.Ticket.OpenAsync(first.Sessions, "Leak");
        }

        await using var second = await host.BeginAsync();
        Assert.Single(await Endpoints.Ticket.ListAsync(second.Sessions));
        await using var committed = await host.BeginAsync(Isolation.None);
        Assert.Empty(await Endpoints.Ticket.ListAsync(committed.Sessions));
    }

    [Fact]
    public async Task None_keeps_everything_until_the_host_ends()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Isolation = Isolation.None);
        await using (var first = await host.BeginAsync())
        {
            await Endpoints.Ticket.OpenAsync(first.Sessions, "Leak");
        }

        await using var second = await host.BeginAsync(Isolation.Rollback);
        Assert.Single(await Endpoints.Ticket.ListAsync(second.Sessions));
    }

    [Fact]
    public async Task Databases_of_their_own_commit_and_do_not_see_each_other()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Isolation = Isolation.Database);
        await using var first = await host.BeginAsync();
        await using var second = await host.BeginAsync();

        await Endpoints.Ticket.OpenAsync(first.Sessions, "Leak");

        Assert.Single(await first.Session.Db.QueryAsync<string>($"SELECT title FROM ticket"));
        Assert.NotEqual(first.Session.Database.Name, second.Session.Database.Name);
        Assert.Empty(await Endpoints.Ticket.ListAsync(second.Sessions));
    }

    [Fact]
    public async Task A_transaction_inside_another_one_runs_where_commits_are_real()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Isolation = Isolation.Database);
        await using var test = await host.BeginAsync();

        await test.Session.Db.TransactionAsync(async outer =>
        {
            await Ticket.Db.InsertRowAsync(outer, new Ticket { Title = "Outer" });
            await test.Session.Db.TransactionAsync(inner => Ticket.Db.InsertRowAsync(inner, new Ticket { Title = "Inner" }));
            Assert.Equal(1, await Ticket.Db.CountAsync(test.Session));
        });

        Assert.Equal(2, await Ticket.Db.CountAsync(test.Session));
    }

    [Fact]
    public async Task Serializable_transactions_fail_where_commits_are_real()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Isolation = Isolation.Database);
        await using var test = await host.BeginAsync();
        var options = new TransactionOptions { IsolationLevel = IsolationLevel.Serializable };

        await Assert.ThrowsAsync<SerializationFailureException>(() => test.Session.Db.TransactionAsync(
            async first =>
            {
                await Ticket.Db.CountAsync(first);
                await test.Session.Db.TransactionAsync(
                    async second =>
                    {
                        await Ticket.Db.CountAsync(second);
                        await Ticket.Db.InsertRowAsync(second, new Ticket { Title = "Second" });
                    },
                    options);
                await Ticket.Db.InsertRowAsync(first, new Ticket { Title = "First" });
            },
            options));
    }

    [Theory]
    [InlineData(Isolation.Rollback)]
    [InlineData(Isolation.RollbackAtEnd)]
    [InlineData(Isolation.Database)]
    [InlineData(Isolation.None)]
    public async Task The_seed_is_there_in_every_mode(Isolation isolation)
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o =>
            o.Seed = static session => Ticket.Db.InsertRowAsync(session, new Ticket { Title = "Seed" }));
        await using var test = await host.BeginAsync(isolation);

        Assert.Equal("Seed", Assert.Single(await Endpoints.Ticket.ListAsync(test.Sessions)).Title);
    }
}
