using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class ConcurrencyTokenTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private List<Note> _notes = [];

    private DatabaseSession Session => chat.Session;

    public async Task InitializeAsync()
    {
        await chat.ClearAsync();
        _notes = await Note.Db.InsertAsync(Session, [.. "abc".Select(title => new Note { Title = $"{title}", Version = 40 })]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Inserts_start_at_one()
    {
        Assert.All(_notes, note => Assert.Equal(1, note.Version));
        Assert.Equal(1, (await Note.Db.InsertRowAsync(Session, new Note { Title = "d", Version = 9 })).Version);
    }

    [Fact]
    public async Task Updates_raise_it_and_return_it()
    {
        var second = await Note.Db.UpdateRowAsync(Session, _notes[0] with { Text = "x" });
        Assert.Equal((2, "x"), (second.Version, second.Text));
        Assert.Equal(3, (await Note.Db.UpdateRowAsync(Session, second, columns: t => t.Text)).Version);
        Assert.Equal([2, 2], (await Note.Db.UpdateAsync(Session, [_notes[2], _notes[1]])).Select(note => note.Version));
        Assert.Equal([4, 3], (await Note.Db.UpdateAsync(
            Session, [second with { Version = 3 }, _notes[1] with { Version = 2 }], columns: t => [t.Title, t.Version])).Select(note => note.Version));
    }

    [Fact]
    public async Task A_stale_row_is_no_missing_row()
    {
        await Note.Db.UpdateRowAsync(Session, _notes[0] with { Text = "mine" });
        var stale = await Assert.ThrowsAsync<StaleRowException>(() => Note.Db.UpdateRowAsync(Session, _notes[0] with { Text = "theirs" }));
        Assert.Contains($"Note with id {_notes[0].Id} ", stale.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<ConcurrencyException>(stale);
        Assert.Equal("note", stale.Table);
        await Assert.ThrowsAsync<StaleRowException>(() => Note.Db.DeleteRowAsync(Session, _notes[0]));
        await Note.Db.DeleteByIdAsync(Session, _notes[0].Id);
        await Assert.ThrowsAsync<RowNotFoundException>(() => Note.Db.UpdateRowAsync(Session, _notes[0]));
        await Assert.ThrowsAsync<RowNotFoundException>(() => Note.Db.DeleteRowAsync(Session, _notes[0]));
        Assert.Equal(_notes[1].Id, (await Note.Db.DeleteRowAsync(Session, _notes[1])).Id);
    }

    [Fact]
    public async Task One_stale_row_keeps_a_list_from_being_written()
    {
        await Note.Db.UpdateByIdAsync(Session, _notes[1].Id, t => t.Text.Set("mine"));
        var changed = _notes.Select(note => note with { Text = "theirs" }).ToList();
        foreach (var noReturn in new[] { false, true })
        {
            await Assert.ThrowsAsync<StaleRowException>(() => Note.Db.UpdateAsync(Session, changed, noReturn: noReturn));
            await Assert.ThrowsAsync<StaleRowException>(() => Note.Db.UpdateAsync(Session, changed, requireAll: true, noReturn: noReturn));
            await Assert.ThrowsAsync<StaleRowException>(() => Note.Db.DeleteAsync(Session, changed, noReturn));
        }

        Assert.Equal([1, 2, 1], (await Note.Db.FindAsync(Session, orderBy: t => t.Id)).Select(note => note.Version));
        Assert.False(await Note.Db.ExistsAsync(Session, t => t.Text == "theirs"));

        // Rows that are gone are no conflict.
        await Note.Db.DeleteByIdAsync(Session, _notes[1].Id);
        Assert.Equal(2, (await Note.Db.UpdateAsync(Session, changed)).Count);
        await Assert.ThrowsAsync<RowNotFoundException>(
            () => Note.Db.UpdateAsync(Session, [changed[1], .. changed.Where((_, i) => i != 1).Select(note => note with { Version = 2 })], requireAll: true));
        Assert.Empty(await Note.Db.DeleteAsync(Session, [changed[1]]));
        Assert.Equal(2, (await Note.Db.DeleteAsync(Session, [changed[1], changed[0] with { Version = 2 }, changed[2] with { Version = 2 }])).Count);
    }

    [Fact]
    public async Task Force_writes_over_a_stale_row_and_raises_the_token()
    {
        await Note.Db.UpdateRowAsync(Session, _notes[0] with { Text = "mine" });
        var forced = await Note.Db.UpdateRowAsync(Session, _notes[0] with { Text = "theirs" }, force: true);
        Assert.Equal((3, "theirs"), (forced.Version, forced.Text));
        Assert.Equal([4, 2], (await Note.Db.UpdateAsync(Session, [_notes[0], _notes[1]], force: true)).Select(note => note.Version));
        await Note.Db.DeleteByIdAsync(Session, _notes[1].Id);
        await Assert.ThrowsAsync<RowNotFoundException>(() => Note.Db.UpdateRowAsync(Session, _notes[1], force: true));
    }

    [Fact]
    public async Task Writes_without_a_row_raise_it_unchecked()
    {
        Assert.Equal(2, (await Note.Db.UpdateByIdAsync(Session, _notes[0].Id, t => t.Text.Set("x")))!.Version);
        Assert.Equal([3, 2, 2], (await Note.Db.UpdateWhereAsync(Session, t => t.Text.Set("y"), t => Filter.True, t => t.Id)).Select(note => note.Version));
        Assert.Equal(3, await Note.Db.ExecuteUpdateAsync(Session, t => t.Text.Set("z"), t => Filter.True));
        var upserted = await Note.Db.UpsertAsync(
            Session, [new Note { Title = "a", Text = "up" }, new Note { Title = "new" }], conflictColumns: t => t.Title);
        Assert.Equal([5, 1], upserted.Select(note => note.Version));
        Assert.Equal(6, (await Note.Db.UpsertRowAsync(
            Session, new Note { Title = "a" }, t => t.Title, updateColumns: t => [t.Text, t.Version], updateWhere: t => t.Version > t.Excluded.Version))!.Version);
        await Assert.ThrowsAsync<ArgumentException>(() => Note.Db.UpdateByIdAsync(Session, _notes[0].Id, t => t.Version.Set(7)));
    }
}
