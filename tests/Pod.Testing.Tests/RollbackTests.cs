using Helpdesk.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Database;
using Pod.Runtime;

namespace Pod.Testing.Tests;

public sealed class RollbackTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    public static TheoryData<int> Runs => [.. Enumerable.Range(0, 100)];

    // All of them store the same unique title, so one that is not undone fails the next.
    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Every_test_begins_with_an_empty_table(int run)
    {
        Assert.Equal(0, await Ticket.Db.CountAsync(Session));

        await Ticket.Db.InsertRowAsync(Session, new Ticket { Title = "The same" });
        await Endpoints.Ticket.OpenAsync(Sessions, $"Ticket {run}");

        Assert.Equal(2, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task What_the_test_stores_its_endpoints_see()
    {
        await Ticket.Db.InsertRowAsync(Session, new Ticket { Title = "Leak" });

        Assert.Equal("Leak", Assert.Single(await Endpoints.Ticket.ListAsync(Sessions)).Title);
    }

    [Fact]
    public async Task Sessions_that_the_code_under_test_opens_are_in_the_transaction()
    {
        var id = await Endpoints.Ticket.OpenElsewhereAsync(Sessions, "Leak");

        Assert.NotNull(await Ticket.Db.FindByIdAsync(Session, id));
    }

    [Fact]
    public async Task Sessions_of_the_factory_are_in_the_transaction()
    {
        await Services.GetRequiredService<ISessionFactory>().RunAsync(own => Ticket.Db.InsertRowAsync(own, new Ticket { Title = "Leak" }));

        Assert.Equal(1, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_transaction_that_throws_is_undone_and_the_rest_stays()
    {
        await Endpoints.Ticket.OpenAsync(Sessions, "First");

        await Assert.ThrowsAsync<UniqueViolationException>(() => Endpoints.Ticket.OpenAllAsync(Sessions, ["Second", "First"]));

        Assert.Equal("First", Assert.Single(await Ticket.Db.FindAsync(Session)).Title);
    }

    [Fact]
    public async Task A_transaction_that_returns_stays()
    {
        Assert.Equal(2, await Endpoints.Ticket.OpenAllAsync(Sessions, ["One", "Two"]));

        Assert.Equal(2, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_transaction_that_rolls_back_itself_is_undone()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            await Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Leak" });
            await tx.RollbackAsync();
        });

        Assert.Equal(0, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_failed_statement_outside_of_a_transaction_harms_nothing()
    {
        Assert.Equal("refused", await Endpoints.Ticket.OpenTwiceAsync(Sessions, "Leak"));

        Assert.Equal(1, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_failed_statement_inside_a_transaction_aborts_it_as_in_production()
    {
        var failure = await Assert.ThrowsAnyAsync<PodDatabaseException>(() => Session.Db.TransactionAsync(async tx =>
        {
            await Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Leak" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Leak" }));
            await Ticket.Db.CountAsync(tx);
        }));

        Assert.Equal("25P02", failure.SqlState);
        Assert.Equal(0, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_swallowed_failure_inside_a_transaction_is_reported_at_its_end()
    {
        await Assert.ThrowsAnyAsync<PodDatabaseException>(() => Session.Db.TransactionAsync(async tx =>
        {
            await Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Leak" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Leak" }));
        }));

        Assert.Equal(0, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Nested_transactions_are_undone_alone()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            await Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Kept" });
            await Assert.ThrowsAsync<InvalidOperationException>(() => tx.TransactionAsync(async inner =>
            {
                await Ticket.Db.InsertRowAsync(inner, new Ticket { Title = "Undone" });
                throw new InvalidOperationException();
            }));
        });

        Assert.Equal("Kept", Assert.Single(await Ticket.Db.FindAsync(Session)).Title);
    }

    [Fact]
    public async Task Callbacks_run_where_the_commit_would_be()
    {
        var order = new List<string>();
        await Session.Db.TransactionAsync(tx =>
        {
            tx.OnCommitted(() =>
            {
                order.Add("committed");
                return Task.CompletedTask;
            });
            order.Add("returned");
            return Task.CompletedTask;
        });

        Assert.Equal(["returned", "committed"], order);
    }

    [Fact]
    public async Task Callbacks_of_a_transaction_that_throws_do_not_run()
    {
        var isCalled = false;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Session.Db.TransactionAsync(tx =>
        {
            tx.OnCommitted(() =>
            {
                isCalled = true;
                return Task.CompletedTask;
            });
            throw new InvalidOperationException();
        }));
        await Session.Db.TransactionAsync(static _ => Task.CompletedTask);

        Assert.False(isCalled);
    }

    [Fact]
    public async Task Deferred_constraints_are_checked_where_the_commit_would_be()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Seed = static session => session.Db.ExecuteAsync(
            $"CREATE TABLE child (parent bigint REFERENCES ticket (id) DEFERRABLE INITIALLY DEFERRED)"));
        await using var test = await host.BeginAsync();

        await test.Session.Db.TransactionAsync(async tx =>
        {
            await tx.Db.ExecuteAsync($"INSERT INTO child VALUES (12345)");
            await tx.Db.ExecuteAsync($"DELETE FROM child");
        });
        var isReached = false;
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => test.Session.Db.TransactionAsync(async tx =>
        {
            await tx.Db.ExecuteAsync($"INSERT INTO child VALUES (12345)");
            isReached = true;
        }));
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => test.Session.Db.ExecuteAsync($"INSERT INTO child VALUES (12345)"));

        Assert.True(isReached);
        Assert.Equal([0L], await test.Session.Db.QueryAsync<long>($"SELECT count(*) FROM child"));
    }

    [Fact]
    public async Task Settings_are_back_at_the_end_of_the_transaction()
    {
        var before = (await Session.Db.QueryAsync<string>($"SELECT current_setting('work_mem')"))[0];

        var during = await Session.Db.TransactionAsync(
            async tx => (await tx.Db.QueryAsync<string>($"SELECT current_setting('work_mem')"))[0],
            new TransactionOptions { RuntimeParameters = [RuntimeParameters.Custom("work_mem", "7MB")] });

        Assert.Equal("7MB", during);
        Assert.Equal(before, (await Session.Db.QueryAsync<string>($"SELECT current_setting('work_mem')"))[0]);
    }

    [Fact]
    public async Task Read_only_transactions_refuse_writes_and_later_ones_do_not()
    {
        await Assert.ThrowsAnyAsync<PodDatabaseException>(() => Session.Db.TransactionAsync(
            tx => Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Leak" }), new TransactionOptions { ReadOnly = true }));

        await Session.Db.TransactionAsync(tx => Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Leak" }));
    }

    [Fact]
    public async Task Statements_at_the_same_time_wait_for_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Endpoints.Ticket.OpenAsync(Sessions, $"Ticket {i}")));

        Assert.Equal(20, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Transactions_at_the_same_time_run_one_after_the_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Endpoints.Ticket.OpenAllAsync(Sessions, [$"{i}a", $"{i}b"])));

        Assert.Equal(16, await Ticket.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_transaction_inside_another_one_on_the_outer_session_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<PodTestIsolationException>(() => Session.Db.TransactionAsync(
            _ => Session.Db.TransactionAsync(static _ => Task.CompletedTask)));

        Assert.Contains("Isolation.Database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_inside_a_transaction_on_the_outer_session_joins_it()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            await Ticket.Db.InsertRowAsync(tx, new Ticket { Title = "Leak" });
            Assert.Equal(1, await Ticket.Db.CountAsync(Session));
        });
    }

    [Fact]
    public void The_pool_is_refused()
    {
        var refusal = Assert.Throws<PodTestIsolationException>(() => Session.Db.DataSource);

        Assert.Contains("Db.DataSource", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Isolation.Database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serializable_is_ignored_with_one_warning()
    {
        for (var i = 0; i < 2; i++)
        {
            await Session.Db.TransactionAsync(
                tx => Ticket.Db.CountAsync(tx), new TransactionOptions { IsolationLevel = IsolationLevel.Serializable });
        }

        Assert.Single(Log.Entries, static entry => entry.EventId.Id == 4000);
    }

    [Fact]
    public async Task Includes_of_lists_work()
    {
        var ticket = await Ticket.Db.InsertRowAsync(Session, new Ticket { Title = "Leak" });
        await Comment.Db.InsertAsync(Session, [new Comment { TicketId = ticket.Id, Text = "a" }, new Comment { TicketId = ticket.Id, Text = "b" }]);

        var found = Assert.Single(await Ticket.Db.FindAsync(Session, include: Ticket.Include(comments: Comment.IncludeList())));

        Assert.Equal(2, found.Comments!.Count);
    }

    [Fact]
    public async Task Row_locks_are_granted()
    {
        var ticket = await Ticket.Db.InsertRowAsync(Session, new Ticket { Title = "Leak" });
        await Session.Db.TransactionAsync(async tx => Assert.NotNull(await Ticket.Db.FindByIdAsync(tx, ticket.Id)));

        Assert.NotNull(await Ticket.Db.FindByIdAsync(Session, ticket.Id));
    }

    [Fact]
    [PodIsolation(Isolation.Database)]
    public async Task A_method_may_have_a_database_of_its_own()
    {
        await Ticket.Db.InsertRowAsync(Session, new Ticket { Title = "Leak" });

        // Another connection sees it only if it was committed.
        await using var connection = await Session.Db.DataSource.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM ticket";
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Tests_at_the_same_time_do_not_see_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            await using var test = await Host.BeginAsync(name: $"parallel {i}");
            await Endpoints.Ticket.OpenAsync(test.Sessions, $"Ticket {i}");
            Assert.Equal($"Ticket {i}", Assert.Single(await Endpoints.Ticket.ListAsync(test.Sessions)).Title);
        })));

        Assert.Equal(0, await Ticket.Db.CountAsync(Session));
    }
}
