using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class UpsertTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private static readonly DateTime Morning = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Inserts_what_is_new_and_updates_what_exists_in_input_order()
    {
        var old = await chat.AddJobAsync("b", visits: 1);
        await chat.ExecuteAsync("""UPDATE "job" SET "secret" = 's'""");
        var stored = await Job.Db.UpsertAsync(
            Session,
            [.. "cba".Select(name => new Job { Queue = "q", Name = $"{name}", Visits = 7, Draft = $"{name}{name}" })],
            conflictColumns: t => [t.Queue, t.Name]);
        Assert.Equal([("c", "cc"), ("b", "bb"), ("a", "aa")], stored.Select(row => (row.Name, row.Draft)));
        Assert.Equal(old.Id, stored[1].Id);
        Assert.All(stored, row => Assert.Equal(7, row.Visits));
        Assert.Equal(3, await Job.Db.CountAsync(Session));
        Assert.True(await Job.Db.ExistsAsync(Session, t => t.Secret == "s" && t.Name == "b"));
    }

    [Fact]
    public async Task Rows_of_several_shapes_keep_their_order()
    {
        await chat.AddJobAsync("b");
        var then = new DateTimeOffset(Morning);
        var stored = await Job.Db.UpsertAsync(
            Session,
            [
                new Job { Queue = "q", Name = "a", CreatedAt = then },
                new Job { Queue = "q", Name = "b" },
                new Job { Queue = "q", Name = "c", CreatedAt = then },
                new Job { Queue = "q", Name = "d", Id = 77 },
                new Job { Queue = "q", Name = "e" },
            ],
            conflictColumns: t => [t.Queue, t.Name]);
        Assert.Equal(["a", "b", "c", "d", "e"], stored.Select(row => row.Name));
        Assert.Equal(then, stored[2].CreatedAt);
        Assert.Equal(77, stored[3].Id);
    }

    [Fact]
    public async Task Only_the_named_columns_are_updated()
    {
        var old = await chat.AddJobAsync("a", visits: 1, priority: 5);
        var stored = await Job.Db.UpsertRowAsync(
            Session, new Job { Id = 99, Queue = "q", Name = "a", Visits = 2, Priority = 6 }, t => [t.Queue, t.Name], updateColumns: t => t.Visits);
        Assert.Equal((old.Id, 2, 5), (stored!.Id, stored.Visits, stored.Priority));
    }

    [Fact]
    public async Task With_nothing_to_update_the_stored_row_comes_back()
    {
        var user = await chat.AddUserAsync("Anna");
        var again = await ChatUser.Db.UpsertRowAsync(Session, new ChatUser { Id = user.Id, Name = "Anna" }, t => t.Id, updateColumns: t => t.Name);
        Assert.Equal(user.Id, again!.Id);
        var job = await chat.AddJobAsync("a", visits: 3);
        await chat.ExecuteAsync("""CREATE TABLE IF NOT EXISTS "tag" ("id" bigserial PRIMARY KEY, "label" text NOT NULL UNIQUE)""");
        var tags = new TagRepository(new TagTable());
        var first = await tags.UpsertRowAsync(Session, new Tag { Label = "x" }, t => t.Label);
        var second = await tags.UpsertAsync(Session, [new Tag { Label = "y" }, new Tag { Label = "x" }], t => t.Label);
        Assert.Equal(first!.Id, second[1].Id);
        Assert.Equal(3, job.Visits);
    }

    [Fact]
    public async Task A_condition_compares_the_stored_row_with_the_new_one()
    {
        await Job.Db.InsertAsync(Session, [.. "abc".Select((name, i) => new Job { Queue = "q", Name = $"{name}", SeenAt = Morning.AddHours(i) })]);
        var fresh = Enumerable.Range(0, 4).Select(i => new Job { Queue = "q", Name = $"{"abcd"[i]}", SeenAt = Morning.AddHours(1), Draft = $"{i}" }).ToList();
        var stored = await Job.Db.UpsertAsync(Session, fresh, t => [t.Queue, t.Name], updateWhere: t => t.SeenAt < t.Excluded.SeenAt);
        Assert.Equal([("a", "0"), ("d", "3")], stored.Select(row => (row.Name, row.Draft)));
        Assert.Null(await Job.Db.UpsertRowAsync(
            Session, new Job { Queue = "q", Name = "c", SeenAt = Morning }, t => [t.Queue, t.Name], updateWhere: t => t.SeenAt < t.Excluded.SeenAt));
        Assert.Empty(await Job.Db.UpsertAsync(Session, fresh, t => [t.Queue, t.Name], updateWhere: t => t.Visits != t.Excluded.Visits, noReturn: true));
    }

    [Fact]
    public async Task Wrong_columns_are_refused_before_anything_is_sent()
    {
        await using var nowhere = new DatabaseSession("Host=/nowhere;Database=none");
        var row = new Job { Queue = "q", Name = "a" };
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => []));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => Channel.Table.Name));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Secret));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Excluded.Name));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Name, t => []));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Name, t => [t.Visits, t.Id]));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Name, t => [t.Visits, t.Name]));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Name, t => Channel.Table.Name));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Name, updateWhere: t => t.Owner.Name == "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Name, updateWhere: t => t.Excluded.Owner.Name == "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertRowAsync(nowhere, row, t => t.Name, updateWhere: t => Note.Table.Excluded.Title == "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.FindAsync(nowhere, t => t.Excluded.Name == "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.UpsertAsync(nowhere, [], t => []));
        Assert.Empty(await Job.Db.UpsertAsync(nowhere, [], t => t.Name));
    }

    [Fact]
    public async Task Without_a_matching_unique_index_the_database_refuses()
    {
        var error = await Assert.ThrowsAsync<PodDatabaseException>(
            () => Job.Db.UpsertRowAsync(Session, new Job { Queue = "q", Name = "a" }, t => t.Name));
        Assert.Equal(SqlStates.InvalidColumnReference, error.SqlState);
    }

    [Fact]
    public async Task One_key_twice_is_refused_however_the_rows_differ()
    {
        Job Make(DateTimeOffset? createdAt = null, string name = "a") => new() { Queue = "q", Name = name, CreatedAt = createdAt };
        List<Job>[] calls =
        [
            [Make(), Make(), Make(name: "b")],
            [Make(), Make(Morning)],
            [Make(), Make(name: "b"), Make(Morning), Make(Morning, "c")],
        ];
        foreach (var rows in calls)
        {
            foreach (var where in new Func<JobTable, Filter>?[] { null, t => Filter.False })
            {
                var error = await Assert.ThrowsAsync<PodDatabaseException>(() => Job.Db.UpsertAsync(Session, rows, t => [t.Queue, t.Name], updateWhere: where));
                Assert.Equal(SqlStates.CardinalityViolation, error.SqlState);
                Assert.Equal(0, await Job.Db.CountAsync(Session));
            }
        }
    }

    [Fact]
    public async Task Random_batches_agree_with_a_dictionary()
    {
        var random = new Random(4711);
        var expected = new Dictionary<(string, string), (int Visits, int? Priority)>();
        for (var round = 0; round < 60; round++)
        {
            var keys = Enumerable.Range(0, 30).OrderBy(_ => random.Next()).Take(random.Next(1, 12)).ToList();
            var rows = keys.ConvertAll(key => new Job
            {
                Queue = $"q{key % 3}",
                Name = $"n{key / 3}",
                Visits = random.Next(10),
                Priority = random.Next(4) == 0 ? null : random.Next(10),
                CreatedAt = random.Next(3) == 0 ? Morning : null,
                Draft = $"{key}",
            });
            var mode = random.Next(3);
            var stored = await Job.Db.UpsertAsync(
                Session,
                rows,
                conflictColumns: t => [t.Queue, t.Name],
                updateColumns: mode == 1 ? t => t.Visits : null,
                updateWhere: mode == 2 ? t => t.Visits < t.Excluded.Visits : null);

            var returned = new List<(string, string, int, int?, string?)>();
            foreach (var row in rows)
            {
                var key = (row.Queue, row.Name);
                var exists = expected.TryGetValue(key, out var before);
                if (exists && mode == 2 && before.Visits >= row.Visits)
                {
                    continue;
                }

                expected[key] = (row.Visits, exists && mode == 1 ? before.Priority : row.Priority);
                returned.Add((row.Queue, row.Name, expected[key].Visits, expected[key].Priority, row.Draft));
            }

            Assert.Equal(returned, stored.Select(row => (row.Queue, row.Name, row.Visits, row.Priority, row.Draft)));
        }

        var all = await Job.Db.FindAsync(Session);
        Assert.Equal(expected, all.ToDictionary(row => (row.Queue, row.Name), row => (row.Visits, row.Priority)));
    }

    public sealed record Tag : ITableRow<long>
    {
        public long Id { get; set; }

        public required string Label { get; set; }
    }

    public sealed class TagTable : Table<Tag, long>
    {
        public TagTable()
            : base("tag", null)
        {
            Id = Add(new NumberColumn<long>(this, "id", hasDefault: true), static row => row.Id);
            Label = Add(new TextColumn(this, "label"), static row => row.Label);
        }

        public override NumberColumn<long> Id { get; }

        public TextColumn Label { get; }

        public override Tag ReadRow(RowReader row) => new() { Id = row.Int64(0), Label = row.String(1) };
    }

    public sealed class TagInclude : Include<Tag>;

    public sealed class TagRepository(TagTable table) : Repository<Tag, long, TagTable, TagInclude>(table);
}
