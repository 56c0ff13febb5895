using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Connections;

[Collection(DatabaseTests.Name)]
public sealed class ConnectionTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private const string Slow = "CREATE OR REPLACE VIEW slow AS SELECT 1::bigint AS id, pg_sleep(60)::text AS value";

    private readonly SlowRepository _slow = new(new SlowTable());

    public async Task InitializeAsync()
    {
        await chat.ClearAsync();
        await chat.ExecuteAsync(Slow);
        await chat.ExecuteAsync("CREATE OR REPLACE VIEW process AS SELECT pg_backend_pid()::bigint AS pid");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Cancelling_cancels_on_the_server_and_the_connection_stays_usable()
    {
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { MaxPoolSize = 1 });
        var session = new DatabaseSession(database);
        var process = await ProcessAsync(session);
        using var source = new CancellationTokenSource();
        var running = _slow.FindAsync(session, cancellationToken: source.Token);
        await chat.WaitForAsync("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE query LIKE '%\"slow\"%' AND state = 'active' AND pid <> pg_backend_pid())");
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.False(await chat.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE query LIKE '%\"slow\"%' AND state = 'active' AND pid <> pg_backend_pid())"));
        Assert.Equal(process, await ProcessAsync(session));
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Channel.Db.InsertRowAsync(chat.Session, new Channel { Name = "x" }, new CancellationToken(canceled: true)));
        Assert.Equal(0, await Channel.Db.CountAsync(chat.Session));
    }

    [Fact]
    public async Task Cancelling_inside_a_transaction_rolls_back_and_frees_the_connection()
    {
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { MaxPoolSize = 1 });
        var session = new DatabaseSession(database);
        using var source = new CancellationTokenSource();
        var running = session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "x" });
            await _slow.FindAsync(tx, cancellationToken: source.Token);
        });
        await chat.WaitForAsync("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE query LIKE '%\"slow\"%' AND state = 'active' AND pid <> pg_backend_pid())");
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(0, await Channel.Db.CountAsync(session));
    }

    [Fact]
    public async Task Statements_over_their_time_are_cancelled()
    {
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { CommandTimeout = TimeSpan.FromSeconds(1) });
        var error = await Assert.ThrowsAsync<QueryCanceledException>(() => _slow.FindAsync(new DatabaseSession(database)));
        Assert.Equal(SqlStates.QueryCanceled, error.SqlState);
    }

    [Fact]
    public async Task A_killed_connection_is_told_and_replaced()
    {
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { MaxPoolSize = 1 });
        var session = new DatabaseSession(database);
        var error = await Assert.ThrowsAsync<DatabaseConnectionException>(() => session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "x" });
            await KillAsync(await ProcessAsync(tx));
            await Channel.Db.CountAsync(tx);
        }));
        Assert.True(error.IsTransient);
        Assert.Equal(0, await Channel.Db.CountAsync(session));
    }

    [Fact]
    public async Task A_connection_killed_during_a_statement_is_told_and_replaced()
    {
        const string Running = "FROM pg_stat_activity WHERE query LIKE '%\"slow\"%' AND state = 'active' AND pid <> pg_backend_pid()";
        var running = _slow.FindAsync(chat.Session);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await chat.WaitForAsync($"SELECT EXISTS (SELECT 1 {Running})");
            await KillAsync(await chat.ScalarAsync<int>($"SELECT pid {Running}"));
        }

        await Assert.ThrowsAsync<DatabaseConnectionException>(() => running);
        Assert.Equal(0, await Channel.Db.CountAsync(chat.Session));
    }

    [Fact]
    public async Task A_read_on_a_lost_connection_is_sent_again_and_a_write_is_not()
    {
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { MaxPoolSize = 3 });
        var session = new DatabaseSession(database);
        await chat.AddChannelAsync("a");
        Func<Task>[] reads =
        [
            async () => Assert.Equal(1, await Channel.Db.CountAsync(session)),
            async () => Assert.Equal("a", Assert.Single(await Channel.Db.FindAsync(session, t => t.Name.In("a", "b"))).Name),
            async () => Assert.True(await Channel.Db.ExistsAsync(session)),
        ];
        foreach (var read in reads)
        {
            await KillAsync(await ProcessAsync(session));
            await read();
        }

        await KillAsync(await ProcessAsync(session));
        await Assert.ThrowsAsync<DatabaseConnectionException>(() => Channel.Db.InsertRowAsync(session, new Channel { Name = "b" }));
        Assert.Equal(1, await Channel.Db.CountAsync(session));
    }

    [Fact]
    public async Task An_exhausted_pool_is_told()
    {
        await using var database = new PodDatabase(chat.ConnectionString + ";Timeout=1", new PodDatabaseOptions { MaxPoolSize = 2 });
        var session = new DatabaseSession(database);
        await session.Db.TransactionAsync(tx => session.Db.TransactionAsync(async _ =>
        {
            var error = await Assert.ThrowsAsync<DatabaseConnectionException>(() => Channel.Db.CountAsync(session));
            Assert.True(error.IsTransient);
            Assert.Contains("MaxPoolSize", error.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<DatabaseConnectionException>(() => session.Db.TransactionAsync(_ => Task.CompletedTask));
            Assert.Equal(0, await Channel.Db.CountAsync(tx));
        }));
        Assert.Equal(0, await Channel.Db.CountAsync(session));
    }

    [Fact]
    public async Task No_connection_leaks_whatever_happens()
    {
        const int Size = 4;
        await using var database = new PodDatabase(chat.ConnectionString + ";Application Name=soak", new PodDatabaseOptions { MaxPoolSize = Size });
        var session = new DatabaseSession(database);
        var user = await chat.AddUserAsync("soak");
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 600), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => await DoAnythingAsync(session, i, user.Id));
        Assert.InRange(await chat.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'soak'"), 1, Size);
        Assert.Equal(0, await chat.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'soak' AND state <> 'idle'"));

        // All of them can still be had at once.
        await session.Db.TransactionAsync(_ => session.Db.TransactionAsync(_ => session.Db.TransactionAsync(_ => Channel.Db.CountAsync(session))));
    }

    [Fact]
    public async Task Connection_strings_overrule_the_pool_size()
    {
        await using var database = new PodDatabase(chat.ConnectionString + ";Maximum Pool Size=1;Timeout=1");
        var session = new DatabaseSession(database);
        await session.Db.TransactionAsync(_ => Assert.ThrowsAsync<DatabaseConnectionException>(() => Channel.Db.CountAsync(session)));
    }

    [Fact]
    public async Task Given_data_sources_are_used_and_left_open()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(chat.ConnectionString);
        await using (var database = new PodDatabase(source))
        {
            await Channel.Db.InsertAsync(new DatabaseSession(database), [new Channel { Name = "a" }, new Channel { Name = "b" }]);
        }

        await using var connection = await source.OpenConnectionAsync();
    }

    private static async Task DoAnythingAsync(DatabaseSession session, int i, long userId)
    {
        using var source = new CancellationTokenSource();
        var work = (i % 7) switch
        {
            0 => session.Db.TransactionAsync(tx => Channel.Db.InsertRowAsync(tx, new Channel { Name = $"{i}" })),
            1 => session.Db.TransactionAsync(_ => throw new InvalidDataException()),
            2 => Message.Db.InsertRowAsync(session, new Message { ChannelId = -1, AuthorId = userId, Text = "no channel" }),
            3 => Channel.Db.FindAsync(session, limit: 5, include: Channel.Include(messages: Message.IncludeList()), cancellationToken: source.Token),
            4 => session.Db.TransactionAsync(tx => tx.TransactionAsync(_ => throw new InvalidDataException())),
            5 => Channel.Db.InsertRowAsync(session, new Channel { Name = "forbidden" }),
            _ => (Task)Channel.Db.CountAsync(session, cancellationToken: source.Token),
        };
        if (i % 3 == 0)
        {
            await source.CancelAsync();
        }

        try
        {
            await work;
        }
        catch (Exception exception) when (exception is InvalidDataException or ConstraintViolationException or OperationCanceledException)
        {
        }
    }

    private static async Task<long> ProcessAsync(IDatabaseSession session)
        => (await new ProcessRepository(new ProcessTable()).FindFirstRowAsync(session))!.Id;

    private async Task KillAsync(long process)
    {
        await chat.ExecuteAsync($"SELECT pg_terminate_backend({process})");
        await chat.WaitForAsync($"SELECT NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE pid = {process})");
    }

    public sealed record Row : ITableRow<long>
    {
        public long Id { get; set; }
    }

    public sealed class SlowTable : Table<Row, long>
    {
        public SlowTable()
            : base("slow", null)
        {
            Id = Add(new NumberColumn<long>(this, "id"), static row => row.Id);
            Value = AddHidden(new TextColumn(this, "value"));
        }

        public override NumberColumn<long> Id { get; }

        public TextColumn Value { get; }

        public override Row ReadRow(RowReader row) => new() { Id = row.Int64(0) };
    }

    public sealed class ProcessTable : Table<Row, long>
    {
        public ProcessTable()
            : base("process", null)
            => Id = Add(new NumberColumn<long>(this, "pid"), static row => row.Id);

        public override NumberColumn<long> Id { get; }

        public override Row ReadRow(RowReader row) => new() { Id = row.Int64(0) };
    }

    public sealed class RowInclude : Include<Row>;

    public sealed class SlowRepository(SlowTable table) : Repository<Row, long, SlowTable, RowInclude>(table)
    {
        public Task<List<Row>> FindAsync(IDatabaseSession session, CancellationToken cancellationToken = default)
            => FindAsync(session, t => t.Value != "", cancellationToken: cancellationToken);
    }

    public sealed class ProcessRepository(ProcessTable table) : Repository<Row, long, ProcessTable, RowInclude>(table);
}
