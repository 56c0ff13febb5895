using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class ForeignKeyTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Attaching_and_detaching_write_the_key_alone()
    {
        var anna = await chat.AddUserAsync("Anna");
        var job = await chat.AddJobAsync("a", visits: 1);
        var changed = job with { Visits = 9, Draft = "kept" };
        var attached = await ForeignKey.AttachAsync(Session, Job.Table, Job.Table.OwnerId, changed, anna, default);
        Assert.Equal((anna.Id, 1, "kept"), (attached.OwnerId, attached.Visits, attached.Draft));
        Assert.Null(changed.OwnerId);
        var detached = await ForeignKey.DetachAsync(Session, Job.Table, Job.Table.OwnerId, attached with { Visits = 7 }, default);
        Assert.Equal((null, 1), (detached.OwnerId, detached.Visits));
    }

    [Fact]
    public async Task Many_rows_are_attached_in_one_statement_and_come_back_in_order()
    {
        var anna = await chat.AddUserAsync("Anna");
        var messages = new List<Message>();
        var channel = await chat.AddChannelAsync("c");
        for (var i = 0; i < 3; i++)
        {
            messages.Add(await chat.AddMessageAsync(channel, anna, $"{i}"));
        }

        messages.Reverse();
        using var recorder = new StatementRecorder();
        var attached = await ForeignKey.AttachAsync(Session, Message.Table, Message.Table.FavouriteOfId, messages, anna, default);
        Assert.Equal(["2", "1", "0"], attached.Select(message => message.Text));
        Assert.Single(recorder.Statements, text => text.StartsWith("UPDATE \"message\"", StringComparison.Ordinal));
        var user = await ChatUser.Db.FindByIdAsync(Session, anna.Id, ChatUser.Include(favourites: Message.IncludeList()));
        Assert.Equal(3, user!.Favourites!.Count);
        await ForeignKey.DetachAsync(Session, Message.Table, Message.Table.FavouriteOfId, [messages[1]], default);
        Assert.Empty(await ForeignKey.DetachAsync<Message, long, long>(Session, Message.Table, Message.Table.FavouriteOfId, [], default));
        Assert.Equal(2, await Message.Db.CountAsync(Session, t => t.FavouriteOfId == anna.Id));
    }

    [Fact]
    public async Task Rows_that_are_not_stored_or_gone_are_named()
    {
        var anna = await chat.AddUserAsync("Anna");
        var job = await chat.AddJobAsync("a");
        await using var nowhere = new DatabaseSession("Host=/nowhere;Database=none");
        var key = Job.Table.OwnerId;
        var relative = await Assert.ThrowsAsync<ArgumentException>(
            () => ForeignKey.AttachAsync(nowhere, Job.Table, key, job, new ChatUser { Name = "x" }, default));
        Assert.Contains("ChatUser", relative.Message, StringComparison.Ordinal);
        var row = await Assert.ThrowsAsync<ArgumentException>(
            () => ForeignKey.AttachAsync(nowhere, Job.Table, key, new Job { Queue = "q", Name = "x" }, anna, default));
        Assert.Contains("The Job at position 0", row.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => ForeignKey.DetachFromAsync(nowhere, Job.Table, key, new ChatUser { Name = "x" }, default));

        var gone = await Assert.ThrowsAsync<RowNotFoundException>(
            () => ForeignKey.AttachAsync(Session, Job.Table, key, job, anna with { Id = 99 }, default));
        Assert.Contains("ChatUser with id 99", gone.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RowNotFoundException>(
            () => ForeignKey.AttachAsync(Session, Job.Table, key, [job, job with { Id = 98 }], anna, default));
        await Assert.ThrowsAsync<RowNotFoundException>(() => ForeignKey.DetachAsync(Session, Job.Table, key, job with { Id = 98 }, default));
        Assert.True(await Job.Db.ExistsAsync(Session, t => t.OwnerId == null));
    }

    [Fact]
    public async Task The_side_without_the_key_is_detached_by_its_id_alone()
    {
        var anna = await chat.AddUserAsync("Anna");
        var job = await chat.AddJobAsync("a", ownerId: anna.Id);
        var detached = await ForeignKey.DetachFromAsync(Session, Job.Table, Job.Table.OwnerId, new ChatUser { Id = anna.Id, Name = "other" }, default);
        Assert.Equal((job.Id, null), (detached!.Id, detached.OwnerId));
        Assert.Null(await ForeignKey.DetachFromAsync(Session, Job.Table, Job.Table.OwnerId, anna, default));
    }
}
