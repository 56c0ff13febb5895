using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class AssignmentTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];

    private readonly List<Job> _jobs = [];

    private DatabaseSession Session => chat.Session;

    public async Task InitializeAsync()
    {
        await chat.ClearAsync();
        var anna = await chat.AddUserAsync("Anna");
        foreach (var (i, name) in Names.Index())
        {
            _jobs.Add(await chat.AddJobAsync(name, visits: i * 10, priority: i == 2 ? null : i % 2, ownerId: i < 2 ? anna.Id : null));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Update_by_id_sets_values_expressions_nulls_and_the_time()
    {
        var clock = new ManualTimeProvider();
        await using var session = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { TimeProvider = clock });
        var updated = await Job.Db.UpdateByIdAsync(session, _jobs[1].Id, set: t =>
        [
            t.Name.Set("new"),
            t.Visits.Set(t.Visits + 1),
            t.Priority.Set(null),
            t.Done.Set(t.Visits > 5),
            t.Tags.Set(["x"]),
            t.SeenAt.SetNow(),
            t.CreatedAt.SetNow(),
        ]);
        Assert.NotNull(updated);
        Assert.Equal(("new", 11, null, true), (updated.Name, updated.Visits, updated.Priority, updated.Done));
        Assert.Equal(["x"], updated.Tags);
        Assert.Equal(clock.GetUtcNow().UtcDateTime, updated.SeenAt);
        Assert.Equal(clock.GetUtcNow(), updated.CreatedAt);

        var second = await Job.Db.UpdateByIdAsync(Session, _jobs[1].Id, set: t =>
            [t.Tags.Set(null), t.OwnerId.Set(null), t.SeenAt.Set(null), t.Done.Set(false), t.Name.Set(t.Queue), t.Priority.Set(t.Visits)]);
        Assert.Equal((null, null, null, false, "q", 11), (second!.Tags, second.OwnerId, second.SeenAt, second.Done, second.Name, second.Priority));
        Assert.Equal(4, await Job.Db.CountAsync(Session, t => t.Id != _jobs[1].Id && !t.Done && t.Name != "new"));
    }

    [Fact]
    public async Task Update_by_id_of_no_row_is_null()
        => Assert.Null(await Job.Db.UpdateByIdAsync(Session, 999, set: t => t.Visits.Set(1)));

    [Fact]
    public async Task Hidden_columns_can_be_set()
    {
        await Job.Db.UpdateByIdAsync(Session, _jobs[0].Id, set: t => t.Secret.Set("s"));
        Assert.Equal("s", await chat.ScalarAsync<string>($"""SELECT "secret" FROM "job" WHERE "id" = {_jobs[0].Id}"""));
        var found = Assert.Single(await Job.Db.UpdateWhereAsync(Session, set: t => t.Secret.Set(null), where: t => t.Secret == "s", orderBy: t => t.Secret));
        Assert.Equal(_jobs[0].Id, found.Id);
        Assert.Single(await Job.Db.DeleteWhereAsync(Session, t => t.Name == "a", orderBy: t => t.Secret));
    }

    [Fact]
    public async Task Assignments_are_checked_before_anything_is_sent()
    {
        await using var nowhere = new DatabaseSession("Host=/nowhere;Database=none");
        Func<JobTable, Assignments>[] wrong =
        [
            t => [],
            t => [t.Visits.Set(1), t.Visits.Set(2)],
            t => t.Name.Set(null!),
            t => t.Visits.Set(null),
            t => t.Done.Set(null),
            t => Channel.Table.Name.Set("x"),
            t => t.Owner.Name.Set("x"),
            t => t.Name.Set(t.Owner.Name),
            t => t.Name.Set(Channel.Table.Name),
            t => (t.Visits + 1).Set(3),
            t => t.Name.Set(t.Excluded.Name),
        ];
        foreach (var set in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpdateByIdAsync(nowhere, 1, set));
            await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpdateWhereAsync(nowhere, set, t => t.Owner.Name == "x"));
            await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.ExecuteUpdateAsync(nowhere, set, t => Filter.True));
        }

        await Assert.ThrowsAsync<ArgumentException>(
            () => Job.Db.UpdateWhereAsync(nowhere, t => t.Visits.Set(1), t => Filter.True, orderBy: t => t.Owner.Name));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Job.Db.UpdateWhereAsync(nowhere, t => t.Visits.Set(1), t => Filter.True, orderBy: t => t.Owner.Name, limit: 1, noReturn: true));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Job.Db.UpdateWhereAsync(nowhere, t => t.Visits.Set(1), t => Filter.True, limit: -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Job.Db.UpdateWhereAsync(nowhere, t => t.Visits.Set(1), t => Filter.True, offset: -1));
        Assert.Empty(await Job.Db.UpdateWhereAsync(nowhere, t => t.Visits.Set(1), t => Filter.True, limit: 0));
    }

    [Fact]
    public async Task Update_where_changes_what_matches_and_returns_it_in_order()
    {
        var updated = await Job.Db.UpdateWhereAsync(
            Session, set: t => t.Visits.Set(100 - t.Visits), where: t => t.Name != "c", orderBy: t => t.Visits);
        Assert.Equal([("e", 60), ("d", 70), ("b", 90), ("a", 100)], updated.Select(row => (row.Name, row.Visits)));
        Assert.Equal(5, (await Job.Db.UpdateWhereAsync(Session, t => t.Done.Set(true), where: t => Filter.True)).Count);
        Assert.Empty(await Job.Db.UpdateWhereAsync(Session, t => t.Done.Set(false), where: t => Filter.True, noReturn: true));
        Assert.False(await Job.Db.ExistsAsync(Session, t => t.Done));
    }

    [Fact]
    public async Task Limit_and_offset_choose_exactly_the_rows_to_change()
    {
        var updated = await Job.Db.UpdateWhereAsync(
            Session, set: t => t.Done.Set(true), where: t => t.Visits > 0, orderBy: t => t.Name.Desc(), limit: 2, offset: 1);
        Assert.Equal(["d", "c"], updated.Select(row => row.Name));
        Assert.Equal(["c", "d"], (await Job.Db.FindAsync(Session, t => t.Done, t => t.Name)).Select(row => row.Name));
        Assert.Equal(3, (await Job.Db.UpdateWhereAsync(Session, t => t.Done.Set(true), where: t => !t.Done, limit: 7)).Count);
        Assert.Empty(await Job.Db.UpdateWhereAsync(Session, t => t.Done.Set(false), where: t => t.Done, limit: 1, noReturn: true));
        Assert.Equal(4, await Job.Db.CountAsync(Session, t => t.Done));
    }

    [Fact]
    public async Task Relation_filters_work_with_and_without_a_limit()
    {
        Assert.Equal(2, await Job.Db.ExecuteUpdateAsync(Session, t => t.Visits.Set(t.Visits + 1), where: t => t.Owner.Name == "Anna"));
        Assert.Equal(3, await Job.Db.ExecuteUpdateAsync(Session, t => t.Visits.Set(t.Visits + 1), where: t => t.Owner.Name == null));
        var one = await Job.Db.UpdateWhereAsync(Session, t => t.Done.Set(true), where: t => t.Owner.Name == "Anna", orderBy: t => t.Name.Desc(), limit: 1);
        Assert.Equal(("b", 11), (Assert.Single(one).Name, one[0].Visits));
        Assert.Equal(1, await Job.Db.ExecuteDeleteAsync(Session, t => t.Done && t.Owner.Name == "Anna"));
        Assert.Equal(4, await Job.Db.ExecuteDeleteAsync(Session, t => Filter.True));
        Assert.Equal(0, await Job.Db.ExecuteDeleteAsync(Session, t => Filter.True));
    }

    [Fact]
    public async Task To_many_filters_choose_the_rows_too()
    {
        var owner = await chat.AddUserAsync("Bob");
        var channel = await chat.AddChannelAsync("full");
        await chat.AddChannelAsync("empty");
        await chat.AddMessageAsync(channel, owner, "x");
        var updated = await Channel.Db.UpdateWhereAsync(Session, t => t.OwnerId.Set(owner.Id), where: t => t.Messages.Any(m => m.Author.Name == "Bob"));
        Assert.Equal("full", Assert.Single(updated).Name);
        Assert.Equal(1, await Channel.Db.ExecuteUpdateAsync(Session, t => t.Name.Set("none"), where: t => t.Messages.None()));
    }

    [Fact]
    public async Task Text_depends_on_the_shape_only()
    {
        using var recorder = new StatementRecorder();
        for (var i = 1; i < 4; i++)
        {
            await Job.Db.UpdateWhereAsync(Session, t => [t.Visits.Set(i), t.Name.Set(t.Name.Lower())], where: t => t.Visits > i * 100, limit: 100 + i);
        }

        Assert.Single(recorder.Statements.Where(text => text.Contains("\"job\"", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public async Task Two_limited_updates_at_once_never_change_the_same_row()
    {
        await Job.Db.UpdateWhereAsync(Session, t => t.Done.Set(false), where: t => Filter.True, noReturn: true);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Job.Db.UpdateWhereAsync(
            Session, t => [t.Done.Set(true), t.Priority.Set(worker)], where: t => !t.Done, limit: 1)));
        var all = taken.SelectMany(rows => rows).ToList();
        Assert.Equal(all.Count, all.DistinctBy(row => row.Id).Count());
        Assert.All(all, row => Assert.True(row.Done));
        Assert.Equal(all.Count, await Job.Db.CountAsync(Session, t => t.Done));
    }
}
