using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Transactions;

[Collection(DatabaseTests.Name)]
public sealed class TransactionTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Commits_when_the_callback_returns_and_gives_back_its_value()
    {
        var id = await Session.Db.TransactionAsync(async tx =>
        {
            var stored = await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
            Assert.False(await Channel.Db.ExistsAsync(Session));
            Assert.True(await Channel.Db.ExistsAsync(tx));
            return stored.Id;
        });
        Assert.NotNull(await Channel.Db.FindByIdAsync(Session, id));
    }

    [Fact]
    public async Task Rolls_back_and_rethrows_what_the_callback_throws()
    {
        var thrown = new InvalidDataException("mine");
        var caught = await Assert.ThrowsAsync<InvalidDataException>(() => Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
            throw thrown;
        }));
        Assert.Same(thrown, caught);
        Assert.Equal(0, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task An_ended_transaction_refuses_use()
    {
        Transaction? kept = null;
        await Session.Db.TransactionAsync(tx =>
        {
            kept = tx;
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => Channel.Db.CountAsync(kept!));
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept!.TransactionAsync(_ => Task.CompletedTask));
        await Assert.ThrowsAsync<InvalidDataException>(() => Session.Db.TransactionAsync(tx =>
        {
            kept = tx;
            throw new InvalidDataException();
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Channel.Db.InsertRowAsync(kept!, new Channel { Name = "late" }));
    }

    [Fact]
    public async Task Nested_transactions_are_undone_alone()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "outer" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => tx.TransactionAsync(async inner =>
            {
                await Channel.Db.InsertRowAsync(inner, new Channel { Name = "lost" });
                await Channel.Db.InsertRowAsync(inner, new Channel { Name = "outer" });
            }));
            var value = await tx.Db.TransactionAsync(async inner =>
            {
                await Channel.Db.InsertRowAsync(inner, new Channel { Name = "inner" });
                await inner.TransactionAsync(innermost => Channel.Db.InsertRowAsync(innermost, new Channel { Name = "innermost" }));
                return 7;
            });
            Assert.Equal(7, value);
        });
        Assert.Equal(["inner", "innermost", "outer"], (await Channel.Db.FindAsync(Session, orderBy: t => t.Name)).Select(row => row.Name));
    }

    [Fact]
    public async Task Nested_transactions_do_not_overlap_or_outlive_themselves()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            Transaction? kept = null;
            await tx.TransactionAsync(async inner =>
            {
                kept = inner;
                await Assert.ThrowsAsync<InvalidOperationException>(() => tx.TransactionAsync(_ => Task.CompletedTask));
            });
            await Assert.ThrowsAsync<InvalidOperationException>(() => Channel.Db.CountAsync(kept!));
            await Assert.ThrowsAsync<ArgumentException>(() => tx.Db.TransactionAsync(_ => Task.CompletedTask, new TransactionOptions()));
            Assert.Equal(0, await Channel.Db.CountAsync(tx));
        });
    }

    [Fact]
    public async Task Statements_issued_at_once_run_one_after_the_other()
    {
        await Session.Db.TransactionAsync(tx => Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = $"{i}" });
            await Channel.Db.FindAsync(tx, include: Channel.Include(messages: Message.IncludeList()));
        })));
        Assert.Equal(30, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task The_end_waits_for_statements_that_were_not_awaited()
    {
        Task? left = null;
        await Session.Db.TransactionAsync(tx =>
        {
            left = Channel.Db.InsertRowAsync(tx, new Channel { Name = "left" });
            return Task.CompletedTask;
        });
        await left!;
        Assert.Equal(1, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_swallowed_failure_is_no_silent_rollback()
    {
        await chat.AddChannelAsync("taken");
        var error = await Assert.ThrowsAsync<PodDatabaseException>(() => Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => Channel.Db.InsertRowAsync(tx, new Channel { Name = "taken" }));
            var second = await Assert.ThrowsAsync<PodDatabaseException>(() => Channel.Db.CountAsync(tx));
            Assert.Equal(SqlStates.InFailedSqlTransaction, second.SqlState);
            Assert.Contains("channel_name_idx", second.Message, StringComparison.Ordinal);
        }));
        Assert.Equal(SqlStates.InFailedSqlTransaction, error.SqlState);
        Assert.IsType<UniqueViolationException>(error.InnerException);
        Assert.Equal(1, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Options_reach_the_server()
    {
        await chat.ExecuteAsync("CREATE OR REPLACE VIEW level AS SELECT 1::bigint AS id, current_setting('transaction_isolation') AS name");
        var repository = new ViewRepository(new ViewTable("level"));
        foreach (var (level, expected) in new[]
        {
            (IsolationLevel.Default, "read committed"),
            (IsolationLevel.ReadUncommitted, "read uncommitted"),
            (IsolationLevel.ReadCommitted, "read committed"),
            (IsolationLevel.RepeatableRead, "repeatable read"),
            (IsolationLevel.Serializable, "serializable"),
        })
        {
            var found = await Session.Db.TransactionAsync(tx => repository.FindFirstRowAsync(tx), new TransactionOptions { IsolationLevel = level });
            Assert.Equal(expected, found!.Name);
        }

        var error = await Assert.ThrowsAsync<PodDatabaseException>(() => Session.Db.TransactionAsync(
            tx => Channel.Db.InsertRowAsync(tx, new Channel { Name = "x" }), new TransactionOptions { ReadOnly = true }));
        Assert.Equal(SqlStates.ReadOnlySqlTransaction, error.SqlState);
        Assert.Equal(0, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Serialisation_failures_and_deadlocks_are_typed()
    {
        var channels = await Channel.Db.InsertAsync(Session, [new Channel { Name = "a" }, new Channel { Name = "b" }]);
        await Assert.ThrowsAsync<SerializationFailureException>(() => Session.Db.TransactionAsync(
            async tx =>
            {
                await Channel.Db.CountAsync(tx);
                await Channel.Db.UpdateRowAsync(Session, channels[0] with { Name = "c" });
                await Channel.Db.UpdateRowAsync(tx, channels[0] with { Name = "d" });
            },
            new TransactionOptions { IsolationLevel = IsolationLevel.RepeatableRead }));

        using var barrier = new Barrier(2);
        Task Crossing(int first, int second) => Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.UpdateRowAsync(tx, channels[first]);
            await Task.Run(barrier.SignalAndWait);
            await Channel.Db.UpdateRowAsync(tx, channels[second]);
        });
        var crossing = new[] { Crossing(0, 1), Crossing(1, 0) };
        var error = await Assert.ThrowsAsync<DeadlockException>(() => Task.WhenAll(crossing));
        Assert.True(error.IsTransient);
        Assert.Equal(1, crossing.Count(task => task.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Cancellation_before_the_commit_rolls_back()
    {
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Session.Db.TransactionAsync(
            async tx =>
            {
                await Channel.Db.InsertRowAsync(tx, new Channel { Name = "x" });
                await source.CancelAsync();
            },
            cancellationToken: source.Token));
        Assert.Equal(0, await Channel.Db.CountAsync(Session));
    }

    public sealed record ViewRow : ITableRow<long>
    {
        public long Id { get; set; }

        public required string Name { get; set; }
    }

    public class ViewTable : Table<ViewRow, long>
    {
        public ViewTable(string name)
            : base(name, null)
        {
            Id = Add(new NumberColumn<long>(this, "id"), static row => row.Id);
            Name = Add(new TextColumn(this, "name"), static row => row.Name);
        }

        public override NumberColumn<long> Id { get; }

        public TextColumn Name { get; }

        public override ViewRow ReadRow(RowReader row) => new() { Id = row.Int64(0), Name = row.String(1) };
    }

    public sealed class ViewInclude : Include<ViewRow>;

    public sealed class ViewRepository(ViewTable table) : Repository<ViewRow, long, ViewTable, ViewInclude>(table);
}
