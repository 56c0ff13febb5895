using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class UpdateTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private List<Channel> _channels = [];

    public async Task InitializeAsync()
    {
        await chat.ClearAsync();
        _channels = await Channel.Db.InsertAsync(chat.Session, [.. "abcde".Select(name => new Channel { Name = $"{name}", Topics = [$"{name}"] })]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Writes_all_columns_or_only_some()
    {
        var changed = _channels[0] with { Name = "new", Kind = ChannelKind.Archived, Topics = null };
        var partly = await Channel.Db.UpdateRowAsync(chat.Session, changed, columns: t => [t.Kind]);
        Assert.Equal(("a", ChannelKind.Archived), (partly.Name, partly.Kind));
        Assert.Equal("new", (await Channel.Db.UpdateRowAsync(chat.Session, changed, columns: t => t.Name)).Name);
        var whole = await Channel.Db.UpdateRowAsync(chat.Session, changed);
        Assert.Null(whole.Topics);
        Assert.Equal(("a", 0), ((_channels[0] with { }).Name, (int)_channels[0].Kind));
    }

    [Fact]
    public async Task Many_rows_come_back_in_input_order_without_those_that_are_gone()
    {
        await Channel.Db.DeleteByIdAsync(chat.Session, _channels[1].Id);
        var rows = _channels.AsEnumerable().Reverse().Select(row => row with { Name = row.Name + row.Name, Owner = new ChatUser { Name = row.Name } }).ToList();
        var updated = await Channel.Db.UpdateAsync(chat.Session, rows);
        Assert.Equal(["ee", "dd", "cc", "aa"], updated.Select(row => row.Name));
        Assert.All(updated, row => Assert.Equal(row.Name[..1], row.Owner!.Name));
        Assert.Empty(await Channel.Db.UpdateAsync(chat.Session, rows, columns: t => t.Name, noReturn: true));
    }

    [Fact]
    public async Task Require_all_changes_nothing_if_a_row_is_gone()
    {
        await Channel.Db.DeleteByIdAsync(chat.Session, _channels[1].Id);
        var rows = _channels.Select(row => row with { Name = row.Name + "!" }).ToList();
        var error = await Assert.ThrowsAsync<RowNotFoundException>(() => Channel.Db.UpdateAsync(chat.Session, rows, requireAll: true));
        Assert.Contains($"id {_channels[1].Id}.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Channel.Db.CountAsync(chat.Session, t => t.Name.EndsWith("!")));

        // Inside a transaction only the update is undone.
        await chat.Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "kept" });
            await Assert.ThrowsAsync<RowNotFoundException>(() => Channel.Db.UpdateAsync(tx, rows, requireAll: true));
        });
        Assert.True(await Channel.Db.ExistsAsync(chat.Session, t => t.Name == "kept"));
        Assert.Equal(0, await Channel.Db.CountAsync(chat.Session, t => t.Name.EndsWith("!")));
    }

    [Fact]
    public async Task Unstored_repeated_and_missing_rows_are_told_apart()
    {
        await using var nowhere = new DatabaseSession("Host=/nowhere;Database=none");
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.UpdateAsync(nowhere, [_channels[0], new Channel { Name = "x" }]));
        Assert.Contains("Channel at position 1", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.UpdateAsync(nowhere, [_channels[0], _channels[0]]));
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.UpdateRowAsync(nowhere, new Channel { Name = "x" }));
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.DeleteRowAsync(nowhere, new Channel { Name = "x" }));
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.DeleteAsync(nowhere, [new Channel { Name = "x" }]));
        await Assert.ThrowsAsync<RowNotFoundException>(() => Channel.Db.UpdateRowAsync(chat.Session, new Channel { Id = 999, Name = "x" }));
        await Assert.ThrowsAsync<RowNotFoundException>(() => Channel.Db.DeleteRowAsync(chat.Session, new Channel { Id = 999, Name = "x" }));
    }

    [Fact]
    public async Task Column_sets_are_checked()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.UpdateRowAsync(chat.Session, _channels[0], columns: t => []));
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.UpdateRowAsync(chat.Session, _channels[0], columns: _ => Message.Table.Text));
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.UpdateAsync(chat.Session, _channels, columns: t => t.Owner.Name));
    }

    [Fact]
    public async Task Whole_row_writes_leave_hidden_columns_alone()
    {
        var user = await chat.AddUserAsync("Anna");
        var message = await chat.AddMessageAsync(_channels[0], user, "x");
        await chat.ExecuteAsync($"""UPDATE "message" SET "_chatUserFavouritesChatUserId" = {user.Id}""");
        await Message.Db.UpdateRowAsync(chat.Session, message with { Text = "y" });
        await Message.Db.UpdateAsync(chat.Session, [message with { Text = "z" }]);
        Assert.Equal(user.Id, await chat.ScalarAsync<long>("""SELECT "_chatUserFavouritesChatUserId" FROM "message" """));
        await Assert.ThrowsAsync<ArgumentException>(() => Message.Db.UpdateRowAsync(chat.Session, message, columns: t => t.FavouriteOfId));
    }

    [Fact]
    public async Task Deletes_return_what_was_stored()
    {
        Assert.Equal("c", (await Channel.Db.DeleteRowAsync(chat.Session, _channels[2] with { Name = "changed" })).Name);
        Assert.True(await Channel.Db.DeleteByIdAsync(chat.Session, _channels[3].Id));
        Assert.False(await Channel.Db.DeleteByIdAsync(chat.Session, _channels[3].Id));
        Assert.Equal(["e", "a"], (await Channel.Db.DeleteAsync(chat.Session, [_channels[4], _channels[3], _channels[0]])).Select(row => row.Name));
        Assert.Empty(await Channel.Db.DeleteWhereAsync(chat.Session, t => Filter.True, noReturn: true));
        Assert.Equal(0, await Channel.Db.CountAsync(chat.Session));
    }

    [Fact]
    public async Task Deleted_rows_obey_the_order_of_own_columns()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.DeleteWhereAsync(chat.Session, t => Filter.True, orderBy: t => t.Owner.Name));
        Assert.Equal(5, await Channel.Db.CountAsync(chat.Session));
        Assert.Equal(["e", "d", "c", "b", "a"], (await Channel.Db.DeleteWhereAsync(chat.Session, t => Filter.True, t => t.Name.Desc())).Select(row => row.Name));
    }
}
