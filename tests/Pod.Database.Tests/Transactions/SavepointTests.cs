using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Transactions;

[Collection(DatabaseTests.Name)]
public sealed class SavepointTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_rollback_undoes_what_came_after_also_a_failure()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
            var savepoint = await tx.CreateSavepointAsync();
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "b" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" }));
            var failed = await Assert.ThrowsAsync<PodDatabaseException>(() => Channel.Db.CountAsync(tx));
            Assert.Equal(SqlStates.InFailedSqlTransaction, failed.SqlState);
            await savepoint.RollbackAsync();
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "c" });
            var kept = await tx.CreateSavepointAsync();
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "d" });
            await kept.ReleaseAsync();
            await tx.CreateSavepointAsync();
        });
        Assert.Equal(["a", "c", "d"], (await Channel.Db.FindAsync(Session, orderBy: t => t.Name)).Select(row => row.Name));
    }

    [Fact]
    public async Task A_finished_savepoint_refuses_use()
    {
        Savepoint? left = null;
        await Session.Db.TransactionAsync(async tx =>
        {
            var first = await tx.CreateSavepointAsync();
            var second = await tx.CreateSavepointAsync();
            var third = await tx.CreateSavepointAsync();
            await third.ReleaseAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => third.ReleaseAsync());
            await Assert.ThrowsAsync<InvalidOperationException>(() => third.RollbackAsync());
            await first.RollbackAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => second.RollbackAsync());
            await Assert.ThrowsAsync<InvalidOperationException>(() => first.RollbackAsync());
            left = await tx.CreateSavepointAsync();
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "a" });
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => left!.ReleaseAsync());
        Assert.Equal(1, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Savepoints_and_nested_transactions_do_not_cross()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            var outer = await tx.CreateSavepointAsync();
            await tx.TransactionAsync(async inner =>
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => outer.RollbackAsync());
                await Assert.ThrowsAsync<InvalidOperationException>(() => tx.CreateSavepointAsync());
                await Assert.ThrowsAsync<InvalidOperationException>(() => tx.RollbackAsync());
                var own = await inner.CreateSavepointAsync();
                await Channel.Db.InsertRowAsync(inner, new Channel { Name = "lost" });
                await own.RollbackAsync();
                await Channel.Db.InsertRowAsync(inner, new Channel { Name = "kept" });
            });
            await outer.ReleaseAsync();
        });
        Assert.Equal("kept", Assert.Single(await Channel.Db.FindAsync(Session)).Name);
    }
}
