using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class FindTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private List<Sample> _stored = [];

    public async Task InitializeAsync()
    {
        await chat.ClearAsync();
        _stored = await Sample.Db.InsertAsync(chat.Session, Samples.Make(60));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Orders_by_several_keys()
    {
        var found = await Sample.Db.FindAsync(chat.Session, orderBy: t => [t.Level.Desc(), t.Flag, t.Whole.Desc(), t.Id]);
        var expected = _stored.OrderByDescending(row => row.Level).ThenBy(row => row.Flag).ThenByDescending(row => row.Whole).ThenBy(row => row.Id);
        Assert.Equal(expected.Select(row => row.Id), found.Select(row => row.Id));
    }

    [Fact]
    public async Task Orders_by_one_key_or_condition()
    {
        Assert.Equal(_stored.Max(row => row.Id), (await Sample.Db.FindFirstRowAsync(chat.Session, orderBy: t => t.Id.Desc()))!.Id);
        Assert.Equal(_stored.Min(row => row.Id), (await Sample.Db.FindFirstRowAsync(chat.Session, orderBy: t => t.Id))!.Id);
        Assert.False((await Sample.Db.FindFirstRowAsync(chat.Session, orderBy: t => t.Flag))!.Flag);
        Assert.True((await Sample.Db.FindFirstRowAsync(chat.Session, orderBy: t => !(t.Whole > 0)))!.Whole > 0);
    }

    [Fact]
    public async Task Nulls_come_last_ascending_and_first_descending()
    {
        async Task<bool> FirstIsNull(Func<SampleTable, OrderBy> orderBy)
            => (await Sample.Db.FindFirstRowAsync(chat.Session, orderBy: orderBy))!.MaybeWhole is null;

        Assert.False(await FirstIsNull(t => t.MaybeWhole));
        Assert.True(await FirstIsNull(t => t.MaybeWhole.Desc()));
        Assert.True(await FirstIsNull(t => t.MaybeWhole.Asc().NullsFirst()));
        Assert.False(await FirstIsNull(t => t.MaybeWhole.Desc().NullsLast()));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(7, 3)]
    [InlineData(20, 50)]
    [InlineData(null, 55)]
    [InlineData(1000, 0)]
    public async Task Limit_and_offset_cut_the_order(int? limit, int? offset)
    {
        var found = await Sample.Db.FindAsync(chat.Session, orderBy: t => t.Id, limit: limit, offset: offset);
        Assert.Equal(_stored.Select(row => row.Id).Order().Skip(offset ?? 0).Take(limit ?? int.MaxValue), found.Select(row => row.Id));
    }

    [Fact]
    public async Task Limit_zero_asks_nobody_and_negative_numbers_are_refused()
    {
        await using var nowhere = new DatabaseSession("Host=/nowhere;Database=none");
        Assert.Empty(await Sample.Db.FindAsync(nowhere, limit: 0));
        Assert.Equal(0, await Sample.Db.CountAsync(nowhere, limit: 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Sample.Db.FindAsync(chat.Session, limit: -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Sample.Db.FindAsync(chat.Session, offset: -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Sample.Db.FindFirstRowAsync(chat.Session, offset: -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Sample.Db.CountAsync(chat.Session, limit: -1));
    }

    [Fact]
    public async Task Find_by_id_gives_the_row_or_null()
    {
        Assert.Equal(_stored[5].Text, (await Sample.Db.FindByIdAsync(chat.Session, _stored[5].Id))!.Text);
        Assert.Null(await Sample.Db.FindByIdAsync(chat.Session, -1));
        Assert.Null(await Profile.Db.FindByIdAsync(chat.Session, Guid.NewGuid()));
        Assert.Null(await Sample.Db.FindFirstRowAsync(chat.Session, t => Filter.False));
    }

    [Fact]
    public async Task Count_stops_at_its_limit()
    {
        Assert.Equal(60, await Sample.Db.CountAsync(chat.Session));
        Assert.Equal(10, await Sample.Db.CountAsync(chat.Session, limit: 10));
        Assert.Equal(60, await Sample.Db.CountAsync(chat.Session, limit: 777));
    }

    [Fact]
    public async Task Statement_text_depends_on_the_shape_only()
    {
        await using var database = new PodDatabase(chat.ConnectionString);
        var session = new DatabaseSession(database);
        for (var i = 1; i < 30; i++)
        {
            var limit = 300 + i;
            await Sample.Db.FindAsync(session, t => t.Whole == i && t.Text.In(Enumerable.Repeat("x", i)), limit: limit, offset: i);
            await Sample.Db.FindByIdAsync(session, i);
            await ChatUser.Db.InsertAsync(session, [.. Enumerable.Range(0, 1 + i).Select(n => new ChatUser { Name = $"{n}" })]);
        }

        Assert.Equal(3, database.Plans.Count);
    }

    [Fact]
    public async Task A_random_order_is_another_one_every_time()
    {
        var first = await Sample.Db.FindAsync(chat.Session, orderBy: t => OrderBy.Random());
        var second = await Sample.Db.FindAsync(chat.Session, orderBy: t => [OrderBy.Random(), t.Id]);
        Assert.Equal(_stored.Select(row => row.Id).Order(), first.Select(row => row.Id).Order());
        // Of 60! orders.
        Assert.NotEqual(first.Select(row => row.Id), second.Select(row => row.Id));
        Assert.Equal(2, (await Sample.Db.FindAsync(chat.Session, orderBy: t => OrderBy.Random(), limit: 2)).Count);
    }

    [Fact]
    public async Task Many_at_once_do_not_disturb_each_other()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, token) =>
        {
            var expected = _stored[i % _stored.Count];
            var found = await Sample.Db.FindByIdAsync(chat.Session, expected.Id, cancellationToken: token);
            Assert.Equal(expected.Key, found!.Key);
            var same = await Sample.Db.FindAsync(chat.Session, t => t.Whole == expected.Whole, cancellationToken: token);
            Assert.Equal(_stored.Count(row => row.Whole == expected.Whole), same.Count);
        });
    }
}
