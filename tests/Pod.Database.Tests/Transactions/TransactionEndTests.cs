using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Transactions;

[Collection(DatabaseTests.Name)]
public sealed class TransactionEndTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private static readonly TransactionOptions Serializable = new() { IsolationLevel = IsolationLevel.RepeatableRead };

    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_early_rollback_keeps_the_value_and_refuses_later_statements()
    {
        var value = await Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
            await tx.RollbackAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => Channel.Db.InsertRowAsync(tx, new Channel { Name = "b" }));
            await Assert.ThrowsAsync<InvalidOperationException>(() => tx.RollbackAsync());
            Assert.Throws<InvalidOperationException>(() => tx.OnCommitted(() => Task.CompletedTask));
            return 7;
        });
        Assert.Equal(7, value);
        Assert.Equal(0, await Channel.Db.CountAsync(Session));
        await Assert.ThrowsAsync<InvalidDataException>(() => Session.Db.TransactionAsync(async tx =>
        {
            await tx.RollbackAsync();
            throw new InvalidDataException();
        }));
    }

    [Fact]
    public async Task A_nested_rollback_leaves_the_outer_transaction_running()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
            Assert.Equal(3, await tx.TransactionAsync(async inner =>
            {
                await Channel.Db.InsertRowAsync(inner, new Channel { Name = "b" });
                await inner.RollbackAsync();
                await Assert.ThrowsAsync<InvalidOperationException>(() => Channel.Db.CountAsync(inner));
                return 3;
            }));
            await Assert.ThrowsAsync<InvalidDataException>(() => tx.TransactionAsync(async inner =>
            {
                await inner.RollbackAsync();
                throw new InvalidDataException();
            }));
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "c" });
        });
        Assert.Equal(["a", "c"], (await Channel.Db.FindAsync(Session, orderBy: t => t.Name)).Select(row => row.Name));
    }

    [Fact]
    public async Task Callbacks_run_after_the_commit_and_only_if_their_part_was_stored()
    {
        var calls = new List<string>();
        void Note(Transaction tx, string name) => tx.OnCommitted(() =>
        {
            calls.Add(name);
            return Task.CompletedTask;
        });
        await Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
            tx.OnCommitted(async () => calls.Add($"{await Channel.Db.CountAsync(Session)} stored"));
            var savepoint = await tx.CreateSavepointAsync();
            Note(tx, "undone by the savepoint");
            await savepoint.RollbackAsync();
            await tx.TransactionAsync(inner =>
            {
                Note(inner, "nested");
                return Task.CompletedTask;
            });
            await tx.TransactionAsync(async inner =>
            {
                Note(inner, "undone by a rollback");
                await inner.RollbackAsync();
            });
            await Assert.ThrowsAsync<InvalidDataException>(() => tx.TransactionAsync(inner =>
            {
                Note(inner, "undone by an exception");
                throw new InvalidDataException();
            }));
            Note(tx, "last");
            Assert.Empty(calls);
        });
        Assert.Equal(["1 stored", "nested", "last"], calls);

        calls.Clear();
        await Session.Db.TransactionAsync(async tx =>
        {
            Note(tx, "never");
            await tx.RollbackAsync();
        });
        await Assert.ThrowsAsync<InvalidDataException>(() => Session.Db.TransactionAsync(tx =>
        {
            Note(tx, "never");
            throw new InvalidDataException();
        }));
        Assert.Empty(calls);
    }

    [Fact]
    public async Task A_failing_callback_stops_neither_the_others_nor_the_commit()
    {
        var ran = false;
        await Assert.ThrowsAsync<InvalidDataException>(() => Session.Db.TransactionAsync(
            async tx =>
            {
                await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
                tx.OnCommitted(() => throw new InvalidDataException());
                tx.OnCommitted(() =>
                {
                    ran = true;
                    return Task.CompletedTask;
                });
            },
            new TransactionOptions { Retry = 3 }));
        Assert.True(ran);
        Assert.Equal(1, await Channel.Db.CountAsync(Session));
        await Assert.ThrowsAsync<AggregateException>(() => Session.Db.TransactionAsync(tx =>
        {
            tx.OnCommitted(() => throw new InvalidDataException());
            tx.OnCommitted(() => throw new InvalidDataException());
            return Task.CompletedTask;
        }));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    [InlineData(9, 4)]
    public async Task A_serialisation_failure_is_tried_again_as_often_as_allowed(int retry, int expectedRuns)
    {
        var clock = new ManualTimeProvider();
        await using var session = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { TimeProvider = clock });
        var job = await chat.AddJobAsync("a");
        var runs = 0;
        var work = session.Db.TransactionAsync(
            async tx =>
            {
                runs++;
                await Job.Db.CountAsync(tx);
                if (runs < 4)
                {
                    await Job.Db.UpdateByIdAsync(Session, job.Id, t => t.Visits.Set(t.Visits + 1));
                }

                return (await Job.Db.UpdateByIdAsync(tx, job.Id, t => t.Visits.Set(t.Visits + 100)))!.Visits;
            },
            Serializable with { Retry = retry });
        if (expectedRuns < 4)
        {
            await Assert.ThrowsAsync<SerializationFailureException>(() => work);
        }
        else
        {
            Assert.Equal(103, await work);
        }

        Assert.Equal(expectedRuns, runs);
        Assert.Equal(expectedRuns - 1, clock.Waits.Count);
        Assert.All(clock.Waits, wait => Assert.InRange(wait.TotalMilliseconds, 1, 1000));
    }

    [Fact]
    public async Task Other_failures_are_not_tried_again()
    {
        await chat.AddChannelAsync("a");
        var runs = 0;
        await Assert.ThrowsAsync<UniqueViolationException>(() => Session.Db.TransactionAsync(
            tx =>
            {
                runs++;
                return Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
            },
            new TransactionOptions { Retry = 5 }));
        Assert.Equal(1, runs);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransactionOptions { Retry = -1 });
    }

    [Fact]
    public async Task Deferred_constraints_are_checked_at_the_commit()
    {
        var deferred = new TransactionOptions { DeferConstraints = true };
        await Session.Db.TransactionAsync(
            async tx =>
            {
                await Job.Db.InsertRowAsync(tx, new Job { Queue = "q", Name = "a", OwnerId = 50 });
                await ChatUser.Db.InsertRowAsync(tx, new ChatUser { Id = 50, Name = "late" });
            },
            deferred);
        Assert.Equal(1, await Job.Db.CountAsync(Session, t => t.Owner.Name == "late"));
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Session.Db.TransactionAsync(
            tx => Job.Db.InsertRowAsync(tx, new Job { Queue = "q", Name = "b", OwnerId = 51 }), deferred));
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Session.Db.TransactionAsync(async tx =>
        {
            await Job.Db.InsertRowAsync(tx, new Job { Queue = "q", Name = "b", OwnerId = 51 });
            await ChatUser.Db.InsertRowAsync(tx, new ChatUser { Id = 51, Name = "too late" });
        }));
    }
}
