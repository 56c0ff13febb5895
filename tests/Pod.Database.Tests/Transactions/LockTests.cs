using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Transactions;

[Collection(DatabaseTests.Name)]
public sealed class LockTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Locks_need_a_transaction()
    {
        foreach (var query in new Func<Task>[]
        {
            () => Job.Db.FindAsync(Session, lockMode: LockMode.ForUpdate),
            () => Job.Db.FindFirstRowAsync(Session, lockMode: LockMode.ForShare),
            () => Job.Db.FindByIdAsync(Session, 1, lockMode: LockMode.ForUpdate),
        })
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(query);
            Assert.Contains("TransactionAsync", error.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.FindAsync(Session, lockBehavior: LockBehavior.SkipLocked));
    }

    [Theory]
    [InlineData(LockMode.ForUpdate, false, false)]
    [InlineData(LockMode.ForNoKeyUpdate, false, true)]
    [InlineData(LockMode.ForShare, true, true)]
    [InlineData(LockMode.ForKeyShare, true, true)]
    public async Task Modes_differ_in_what_others_may_lock(LockMode mode, bool admitsShare, bool admitsKeyShare)
    {
        var job = await chat.AddJobAsync("a");
        await Session.Db.TransactionAsync(async tx =>
        {
            Assert.Equal(job.Id, (await Job.Db.FindByIdAsync(tx, job.Id, lockMode: mode))!.Id);
            foreach (var (other, isAdmitted) in new[] { (LockMode.ForUpdate, false), (LockMode.ForShare, admitsShare), (LockMode.ForKeyShare, admitsKeyShare) })
            {
                var found = await Session.Db.TransactionAsync(
                    second => Job.Db.FindAsync(second, lockMode: other, lockBehavior: LockBehavior.SkipLocked));
                Assert.Equal(isAdmitted ? 1 : 0, found.Count);
            }
        });
    }

    [Fact]
    public async Task No_wait_fails_and_waiting_waits()
    {
        var job = await chat.AddJobAsync("a");
        Task<Job?>? waiting = null;
        await Session.Db.TransactionAsync(async tx =>
        {
            await Job.Db.LockRowsAsync(tx, t => t.Id == job.Id, LockMode.ForUpdate);
            await Assert.ThrowsAsync<LockNotAvailableException>(() => Session.Db.TransactionAsync(
                second => Job.Db.FindFirstRowAsync(second, t => t.Id == job.Id, lockMode: LockMode.ForUpdate, lockBehavior: LockBehavior.NoWait)));
            await Assert.ThrowsAsync<LockNotAvailableException>(() => Session.Db.TransactionAsync(
                second => Job.Db.LockRowsAsync(second, t => Filter.True, LockMode.ForShare, LockBehavior.NoWait)));
            waiting = Session.Db.TransactionAsync(second => Job.Db.FindByIdAsync(second, job.Id, lockMode: LockMode.ForUpdate));
            await chat.WaitForAsync("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database())");
            await Job.Db.UpdateByIdAsync(tx, job.Id, t => t.Visits.Set(5));
        });
        Assert.Equal(5, (await waiting!)!.Visits);
    }

    [Fact]
    public async Task Only_rows_of_the_queried_table_are_locked()
    {
        var anna = await chat.AddUserAsync("Anna");
        await chat.AddJobAsync("a", ownerId: anna.Id);
        await chat.AddJobAsync("b");
        await Session.Db.TransactionAsync(async tx =>
        {
            var jobs = await Job.Db.FindAsync(
                tx, t => t.Owner.Name == "Anna", orderBy: t => t.Owner.Name, limit: 7, include: Job.Include(owner: ChatUser.Include()), lockMode: LockMode.ForUpdate);
            Assert.Equal("Anna", Assert.Single(jobs).Owner!.Name);
            await Session.Db.TransactionAsync(async second =>
            {
                await ChatUser.Db.LockRowsAsync(second, t => t.Id == anna.Id, LockMode.ForUpdate, LockBehavior.NoWait);
                Assert.Equal("b", Assert.Single(await Job.Db.FindAsync(second, lockMode: LockMode.ForUpdate, lockBehavior: LockBehavior.SkipLocked)).Name);
            });
        });
    }

    [Fact]
    public async Task Workers_that_skip_locked_rows_never_take_the_same_job()
    {
        await Job.Db.InsertAsync(Session, [.. Enumerable.Range(0, 60).Select(i => new Job { Queue = "q", Name = $"{i}" })]);
        async Task<List<long>> WorkAsync(int worker)
        {
            var taken = new List<long>();
            while (true)
            {
                var id = await Session.Db.TransactionAsync(async tx =>
                {
                    var job = await Job.Db.FindFirstRowAsync(
                        tx, t => !t.Done, orderBy: t => t.Id, lockMode: LockMode.ForUpdate, lockBehavior: LockBehavior.SkipLocked);
                    if (job is null)
                    {
                        return (long?)null;
                    }

                    await Job.Db.UpdateByIdAsync(tx, job.Id, t => [t.Done.Set(true), t.Visits.Set(t.Visits + 1), t.Priority.Set(worker)]);
                    return job.Id;
                });
                if (id is not { } done)
                {
                    return taken;
                }

                taken.Add(done);
            }
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(WorkAsync));
        var all = taken.SelectMany(ids => ids).ToList();
        Assert.Equal(60, all.Distinct().Count());
        Assert.Equal(60, all.Count);
        Assert.True(await Job.Db.ExistsAsync(Session, t => t.Visits == 1));
        Assert.False(await Job.Db.ExistsAsync(Session, t => t.Visits != 1));
    }
}
