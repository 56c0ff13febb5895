using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class InsertTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Gives_ids_and_defaults_and_leaves_the_argument_alone()
    {
        var argument = new Channel { Name = "a" };
        var stored = await Channel.Db.InsertRowAsync(chat.Session, argument);
        Assert.Equal(0, argument.Id);
        Assert.Null(argument.CreatedAt);
        Assert.True(stored.Id > 0);
        Assert.NotNull(stored.CreatedAt);
        var profile = await Profile.Db.InsertRowAsync(chat.Session, new Profile { UserId = (await chat.AddUserAsync("x")).Id, City = "Oslo" });
        Assert.NotEqual(Guid.Empty, profile.Id);
        Assert.Equal("calm", profile.Mood);
    }

    [Fact]
    public async Task Results_stand_in_input_order_though_only_some_bring_ids_and_defaults()
    {
        var instant = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        var rows = Enumerable.Range(0, 40).Select(i => new Channel
        {
            Id = i % 3 == 0 ? 1000 + i : 0,
            Name = $"channel {i}",
            CreatedAt = i % 2 == 0 ? instant.AddDays(i) : null,
        }).ToList();
        var stored = await Channel.Db.InsertAsync(chat.Session, rows);
        Assert.Equal(rows.Select(row => row.Name), stored.Select(row => row.Name));
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.Equal(rows[i].Id != 0 ? rows[i].Id : stored[i].Id, stored[i].Id);
            Assert.Equal(rows[i].CreatedAt ?? stored[i].CreatedAt, stored[i].CreatedAt);
            Assert.NotNull(stored[i].CreatedAt);
        }
    }

    [Fact]
    public async Task Results_carry_what_has_no_column()
    {
        var user = await chat.AddUserAsync("Anna");
        var channel = await chat.AddChannelAsync("a");
        var rows = Enumerable.Range(0, 5).Select(i => new Message
        {
            ChannelId = channel.Id,
            Channel = channel,
            AuthorId = user.Id,
            Text = $"{i}",
            Draft = $"draft {i}",
        }).ToList();
        var stored = await Message.Db.InsertAsync(chat.Session, rows);
        Assert.All(stored, row => Assert.Equal($"draft {row.Text}", row.Draft));
        Assert.All(stored, row => Assert.Same(channel, row.Channel));
        Assert.Equal("d", (await Message.Db.InsertRowAsync(chat.Session, rows[0] with { Draft = "d" })).Draft);
    }

    [Fact]
    public async Task Stores_more_rows_than_a_statement_has_parameters()
    {
        var rows = Enumerable.Range(0, 70_000).Select(i => new ChatUser { Name = $"user {i}" }).ToList();
        var stored = await ChatUser.Db.InsertAsync(chat.Session, rows);
        Assert.Equal(70_000, stored.Count);
        Assert.Equal(rows.Select(row => row.Name), stored.Select(row => row.Name));
        Assert.Equal(70_000, await ChatUser.Db.CountAsync(chat.Session));
    }

    [Fact]
    public async Task Stores_all_or_none()
    {
        await chat.AddChannelAsync("taken");
        await Assert.ThrowsAsync<UniqueViolationException>(
            () => Channel.Db.InsertAsync(chat.Session, [new Channel { Name = "a" }, new Channel { Name = "taken" }, new Channel { Name = "b" }]));
        // Rows that differ in what they leave to the database travel in several statements.
        await Assert.ThrowsAsync<UniqueViolationException>(() => Channel.Db.InsertAsync(
            chat.Session, [new Channel { Name = "a" }, new Channel { Name = "b" }, new Channel { Id = 50, Name = "c" }, new Channel { Id = 51, Name = "taken" }]));
        Assert.Equal(1, await Channel.Db.CountAsync(chat.Session));
    }

    [Fact]
    public async Task Empty_collections_ask_nobody_and_null_rows_are_refused()
    {
        await using var nowhere = new DatabaseSession("Host=/nowhere;Database=none");
        Assert.Empty(await Channel.Db.InsertAsync(nowhere, []));
        Assert.Empty(await Channel.Db.UpdateAsync(nowhere, []));
        Assert.Empty(await Channel.Db.DeleteAsync(nowhere, []));
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.InsertAsync(nowhere, [null!]));
    }

    [Fact]
    public async Task No_return_returns_nothing_and_stores()
    {
        Assert.Empty(await Channel.Db.InsertAsync(chat.Session, [new Channel { Name = "a" }], noReturn: true));
        Assert.Empty(await Channel.Db.InsertAsync(chat.Session, [new Channel { Name = "b" }, new Channel { Id = 77, Name = "c" }], noReturn: true));
        Assert.Equal(3, await Channel.Db.CountAsync(chat.Session));
    }

    [Fact]
    public async Task Tables_with_nothing_but_an_id_work_too()
    {
        await chat.ExecuteAsync("""CREATE TABLE IF NOT EXISTS "ticket" ("id" bigserial PRIMARY KEY)""");
        var repository = new TicketRepository(new TicketTable());
        var stored = await repository.InsertAsync(chat.Session, [new Ticket(), new Ticket { Id = 500 }, new Ticket()]);
        Assert.Equal([1, 500, 2], stored.Select(row => row.Id));
        Assert.Equal(3, (await repository.InsertAsync(chat.Session, [new Ticket(), new Ticket(), new Ticket()])).Select(row => row.Id).Distinct().Count());
        Assert.Equal(500, (await repository.UpdateRowAsync(chat.Session, stored[1])).Id);
        Assert.Equal([500, 1], (await repository.UpdateAsync(chat.Session, [stored[1], stored[0]])).Select(row => row.Id));
    }

    [Fact]
    public async Task Ignored_conflicts_are_left_out_and_the_others_keep_their_own_values()
    {
        await chat.AddChannelAsync("b");
        await chat.AddChannelAsync("d");
        var owners = "abcde".Select(name => new ChatUser { Name = $"{name}" }).ToList();
        var rows = owners.Select(owner => new Channel { Name = owner.Name, Owner = owner }).ToList();
        var stored = await Channel.Db.InsertAsync(chat.Session, rows, ignoreConflicts: true);
        Assert.Equal(["a", "c", "e"], stored.Select(row => row.Name));
        Assert.All(stored, row => Assert.Equal(row.Name, row.Owner!.Name));
        Assert.Empty(await Channel.Db.InsertAsync(chat.Session, rows, ignoreConflicts: true));
        Assert.Empty(await Channel.Db.InsertAsync(chat.Session, [rows[0]], ignoreConflicts: true));

        var user = await chat.AddUserAsync("x");
        var profiles = await Profile.Db.InsertAsync(
            chat.Session, [new Profile { UserId = user.Id, City = "Oslo" }, new Profile { UserId = user.Id, City = "Rome" }], ignoreConflicts: true);
        Assert.Equal("Oslo", Assert.Single(profiles).City);
    }

    [Fact]
    public async Task Ignored_conflicts_keep_the_input_order_of_rows_that_differ_in_shape()
    {
        await chat.AddJobAsync("b");
        var rows = "abcd".Select((name, i) => new Job
        {
            Id = i == 2 ? 500 : 0,
            Queue = "q",
            Name = $"{name}",
            CreatedAt = i == 3 ? DateTimeOffset.UnixEpoch : null,
            Draft = $"{i}",
        }).ToList();
        var stored = await Job.Db.InsertAsync(chat.Session, rows, ignoreConflicts: true);
        Assert.Equal([("a", "0"), ("c", "2"), ("d", "3")], stored.Select(row => (row.Name, row.Draft)));
    }

    [Fact]
    public async Task Relation_objects_are_not_written()
    {
        var anna = await chat.AddUserAsync("Anna");
        var stored = await Job.Db.InsertRowAsync(
            chat.Session, new Job { Queue = "objects", Name = "a", OwnerId = anna.Id, Owner = new ChatUser { Id = 77, Name = "other" } });
        Assert.Equal(anna.Id, stored.OwnerId);
        var updated = await Job.Db.UpdateRowAsync(chat.Session, stored with { Owner = new ChatUser { Id = 78, Name = "another" } });
        Assert.Equal((anna.Id, "another"), (updated.OwnerId, updated.Owner!.Name));
        Assert.False(await ChatUser.Db.ExistsAsync(chat.Session, t => t.Name.In("other", "another")));
    }

    public sealed record Ticket : ITableRow<long>
    {
        public long Id { get; set; }
    }

    public sealed class TicketTable : Table<Ticket, long>
    {
        public TicketTable()
            : base("ticket", null)
            => Id = Add(new NumberColumn<long>(this, "id", hasDefault: true), static row => row.Id);

        public override NumberColumn<long> Id { get; }

        public override Ticket ReadRow(RowReader row) => new() { Id = row.Int64(0) };
    }

    public sealed class TicketInclude : Include<Ticket>;

    public sealed class TicketRepository(TicketTable table) : Repository<Ticket, long, TicketTable, TicketInclude>(table);
}
