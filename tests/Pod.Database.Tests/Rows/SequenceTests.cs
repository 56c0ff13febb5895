using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class SequenceTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Stored_ids_move_it_only_when_asked_to()
    {
        await Session.Db.SyncSequenceAsync(ChatUser.Table);
        Assert.Equal(1, (await chat.AddUserAsync("a")).Id);
        await ChatUser.Db.InsertRowAsync(Session, new ChatUser { Id = 2, Name = "b" });
        await Assert.ThrowsAsync<UniqueViolationException>(() => chat.AddUserAsync("c"));
        await ChatUser.Db.InsertRowAsync(Session, new ChatUser { Id = 50, Name = "d" });
        await Session.Db.SyncSequenceAsync(ChatUser.Table);
        Assert.Equal(51, (await chat.AddUserAsync("e")).Id);
    }

    [Fact]
    public async Task It_never_moves_back()
    {
        var last = await chat.AddUserAsync("a");
        await ChatUser.Db.DeleteRowAsync(Session, last);
        await Session.Db.SyncSequenceAsync(ChatUser.Table);
        Assert.Equal(last.Id + 1, (await chat.AddUserAsync("b")).Id);
    }

    [Fact]
    public async Task A_table_without_sequence_is_told()
    {
        await chat.ExecuteAsync("CREATE TABLE IF NOT EXISTS \"level\" (\"id\" bigint PRIMARY KEY, \"name\" text NOT NULL)");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Session.Db.SyncSequenceAsync(new Transactions.TransactionTests.ViewTable("level")));
        Assert.Contains("'level'", error.Message, StringComparison.Ordinal);
    }
}
