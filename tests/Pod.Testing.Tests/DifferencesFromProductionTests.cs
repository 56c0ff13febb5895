using System.Net.Http.Json;
using Helpdesk.Server;
using Pod.Database;

namespace Pod.Testing.Tests;

/// <summary>
/// All that a test sees otherwise than production, in pairs: first the difference, then what production does, which a test gets by a database of its
/// own, by the real clock or through the wire. That messages reach other servers in production is for the runtime's tests, because it takes two servers.
/// </summary>
public sealed class DifferencesFromProductionTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    private static readonly TransactionOptions Serializable = new() { IsolationLevel = IsolationLevel.Serializable };

    [Fact]
    public async Task Commits_are_not_real()
    {
        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        await using var elsewhere = await Host.BeginAsync();
        Assert.Equal(0, await Ticket.Db.CountAsync(elsewhere.Session));
    }

    [Fact]
    [PodIsolation(Isolation.Database)]
    public async Task Commits_are_real_in_production()
    {
        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        await using var connection = await Session.Db.DataSource.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM ticket";
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task There_is_one_connection() => Assert.Single((await ConnectionsAsync()).Distinct());

    [Fact]
    [PodIsolation(Isolation.Database)]
    public async Task There_are_several_connections_in_production() => Assert.Equal(2, (await ConnectionsAsync()).Distinct().Count());

    [Fact]
    public async Task Transactions_are_parts_of_one() => Assert.Single((await TransactionsAsync()).Distinct());

    [Fact]
    [PodIsolation(Isolation.Database)]
    public async Task Transactions_are_their_own_in_production() => Assert.Equal(2, (await TransactionsAsync()).Distinct().Count());

    [Fact]
    public async Task Isolation_levels_are_ignored() => Assert.Equal("read committed", await LevelAsync());

    [Fact]
    [PodIsolation(Isolation.Database)]
    public async Task Isolation_levels_hold_in_production() => Assert.Equal("serializable", await LevelAsync());

    [Fact]
    public async Task Row_locks_are_granted_one_after_the_other()
    {
        Task? waiting = null;
        await LockTwiceAsync(other =>
        {
            waiting = other;
            return Task.CompletedTask;
        });

        await waiting!;
    }

    [Fact]
    [PodIsolation(Isolation.Database)]
    public Task Row_locks_collide_in_production() => LockTwiceAsync(static other => Assert.ThrowsAsync<LockNotAvailableException>(() => other));

    [Fact]
    public async Task Reads_and_writes_of_two_transactions_do_not_collide() => await Task.WhenAll(CountAndOpenAsync("One"), CountAndOpenAsync("Two"));

    [Fact]
    [PodIsolation(Isolation.Database)]
    public async Task Reads_and_writes_of_two_serializable_transactions_collide_in_production()
        => await Assert.ThrowsAsync<SerializationFailureException>(() => Session.Db.TransactionAsync(
            async first =>
            {
                await Ticket.Db.CountAsync(first);
                await CountAndOpenAsync("Second");
                await Ticket.Db.InsertRowAsync(first, new Ticket { Title = "First" });
            },
            Serializable));

    [Fact]
    public async Task The_databases_clock_stands_still() => Assert.Equal(await DatabaseTimeAsync(), await DatabaseTimeAsync());

    [Fact]
    [PodIsolation(Isolation.Database)]
    public async Task The_databases_clock_goes_on_in_production() => Assert.True(await DatabaseTimeAsync() < await DatabaseTimeAsync());

    [Fact]
    public async Task Messages_go_to_nobody_outside_of_the_test()
    {
        await using var elsewhere = await Host.BeginAsync();
        await using var feed = await Endpoints.Feed.WatchAsync(elsewhere.Sessions).OpenAsync();

        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        await feed.NoItemAsync();
    }

    [Fact]
    public async Task The_servers_clock_stands_still_until_the_test_moves_it()
    {
        var before = Time.GetUtcNow();
        await Session.Db.ExecuteAsync($"SELECT pg_sleep(0.001)");

        Assert.Equal(before, Time.GetUtcNow());
    }

    [Fact]
    public async Task The_servers_clock_goes_on_in_production_and_leaves_now_to_the_database()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Time = TimeProvider.System);
        await using var test = await host.BeginAsync();
        var before = test.Time.GetUtcNow();
        var ticket = await Endpoints.Ticket.OpenAsync(test.Sessions, "Leak");

        var comment = await Comment.Db.InsertRowAsync(test.Session, new Comment { TicketId = ticket.Id, Text = "a" });

        Assert.True(before < test.Time.GetUtcNow());
        Assert.Equal([comment.WrittenAt!.Value], await test.Session.Db.QueryAsync<DateTime>($"SELECT now()"));
    }

    [Fact]
    public async Task Calls_are_no_requests()
    {
        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        Assert.Empty(Test.Wire.Frames);
    }

    [Fact]
    public async Task Calls_are_requests_in_production()
    {
        using var client = new HttpClient(Test.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        await client.PostAsJsonAsync("/ticket/open", new { title = "Leak" });

        Assert.Equal(["POST /ticket/open", "200"], Test.Wire.Frames.Select(static frame => frame.Text.Split('\n')[0]));
    }

    private static Task<List<int>> ConnectionOfAsync(IDatabaseSession session) => session.Db.QueryAsync<int>($"SELECT pg_backend_pid()");

    // While a transaction has one connection, another session asks for its own.
    private Task<List<int>> ConnectionsAsync() => Session.Db.TransactionAsync(async tx =>
    {
        await using var other = await Sessions.BuildAsync();
        return (List<int>)[.. await ConnectionOfAsync(tx), .. await ConnectionOfAsync(other)];
    });

    private async Task<List<long>> TransactionsAsync() => [await TransactionAsync(), await TransactionAsync()];

    private async Task<long> TransactionAsync()
        => (await Session.Db.TransactionAsync(static tx => tx.Db.QueryAsync<long>($"SELECT txid_current()")))[0];

    private async Task<string> LevelAsync()
        => (await Session.Db.TransactionAsync(static tx => tx.Db.QueryAsync<string>($"SELECT current_setting('transaction_isolation')"), Serializable))[0];

    private async Task<DateTime> DatabaseTimeAsync() => (await Session.Db.QueryAsync<DateTime>($"SELECT now()"))[0];

    private Task CountAndOpenAsync(string title) => Session.Db.TransactionAsync(
        async tx =>
        {
            await Ticket.Db.CountAsync(tx);
            await Ticket.Db.InsertRowAsync(tx, new Ticket { Title = title });
        },
        Serializable);

    // One transaction locks a row, and while it lasts another one wants the same and would not wait.
    private async Task LockTwiceAsync(Func<Task, Task> whileLocked)
    {
        var ticket = await Endpoints.Ticket.OpenAsync(Sessions, "Leak");
        var isLocked = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var holder = Session.Db.TransactionAsync(async tx =>
        {
            await Ticket.Db.FindByIdAsync(tx, ticket.Id, lockMode: LockMode.ForUpdate);
            isLocked.SetResult();
            await mayEnd.Task;
        });
        await isLocked.Task;
        await using var session = await Sessions.BuildAsync();
        Task other = Task.Run(() => session.Db.TransactionAsync(
            tx => Ticket.Db.FindByIdAsync(tx, ticket.Id, lockMode: LockMode.ForUpdate, lockBehavior: LockBehavior.NoWait)));
        await whileLocked(other);
        mayEnd.SetResult();
        await holder;
        await other.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
