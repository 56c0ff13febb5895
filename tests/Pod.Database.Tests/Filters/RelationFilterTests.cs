using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Filters;

[Collection(DatabaseTests.Name)]
public sealed class RelationFilterTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private Message _first = null!;
    private Message _answer = null!;
    private Message _elsewhere = null!;

    public async Task InitializeAsync()
    {
        await chat.ClearAsync();
        var anna = await chat.AddUserAsync("Anna");
        var bob = await chat.AddUserAsync("Bob");
        await Profile.Db.InsertRowAsync(chat.Session, new Profile { UserId = anna.Id, City = "Oslo" });
        var general = await chat.AddChannelAsync("general", anna.Id);
        var orphan = await chat.AddChannelAsync("orphan");
        _first = await chat.AddMessageAsync(general, bob, "first");
        _answer = await chat.AddMessageAsync(general, anna, "answer", _first.Id);
        _elsewhere = await chat.AddMessageAsync(orphan, bob, "elsewhere", _answer.Id);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task One_level() => await FindsAsync(t => t.Channel.Name == "general", _first, _answer);

    [Fact]
    public async Task Two_and_three_levels()
    {
        await FindsAsync(t => t.Channel.Owner.Name == "Anna", _first, _answer);
        await FindsAsync(t => t.Channel.Owner.Profile.City == "Oslo", _first, _answer);
        await FindsAsync(t => t.ReplyTo.ReplyTo.Author.Name == "Bob", _elsewhere);
    }

    [Fact]
    public async Task Missing_relatives_behave_like_null()
    {
        await FindsAsync(t => t.Channel.Owner.Name == null, _elsewhere);
        await FindsAsync(t => t.Channel.Owner.Name != "Anna", _elsewhere);
        await FindsAsync(t => t.ReplyTo.Text.NotIn("first"), _first, _elsewhere);
        await FindsAsync(t => t.ReplyTo.Text.NotLike("f%"), _first, _elsewhere);
        await FindsAsync(t => t.ReplyTo.Text == t.ReplyTo.ReplyTo.Text, _first);
        await FindsAsync(t => t.Author.Profile.City == null, _first, _elsewhere);
    }

    [Fact]
    public async Task Any_depth_and_the_longest_names()
    {
        var deep = Message.Table.ReplyTo;
        for (var i = 0; i < 20; i++)
        {
            deep = deep.ReplyTo;
        }

        Assert.Equal(3, await Message.Db.CountAsync(chat.Session, t => deep.Text == null && deep.Author.Name == null && t.ReplyTo.Text != "x"));

        // 63 bytes, as long as PostgreSQL's names get.
        var name = new string('n', 60);
        await chat.ExecuteAsync($"""
            CREATE TABLE "{name}_t1" ("id" bigserial PRIMARY KEY, "{name}_c1" bigint);
            INSERT INTO "{name}_t1" ("{name}_c1") VALUES (NULL), (1), (2), (2);
            """);
        var repository = new LongRepository(new LongTable(name));
        var found = await repository.FindAsync(
            chat.Session,
            t => t.Parent.Parent.Id == 1 || t.Children.Count(c => c.Parent.Children.Count() == 2) == 2,
            t => [t.Parent.Parent.Id, t.Id.Desc()]);
        Assert.Equal([4, 3, 2], found.Select(row => row.Id));
    }

    [Fact]
    public async Task Two_relations_to_one_table_keep_apart()
    {
        await FindsAsync(t => t.Author.Name == "Bob" && t.Channel.Owner.Name == "Anna", _first);
        await FindsAsync(t => t.Author.Name == t.Channel.Owner.Name, _answer);
        await FindsAsync(t => t.Author.Name == "Bob" || t.ReplyTo.Author.Name == "Bob", _first, _answer, _elsewhere);
    }

    [Fact]
    public async Task Work_in_count_exists_order_and_delete()
    {
        Assert.Equal(2, await Message.Db.CountAsync(chat.Session, t => t.Channel.Name == "general"));
        Assert.Equal(1, await Message.Db.CountAsync(chat.Session, t => t.Channel.Name == "general", limit: 1));
        Assert.False(await Message.Db.ExistsAsync(chat.Session, t => t.Channel.Name == "nowhere"));
        var ordered = await Message.Db.FindAsync(chat.Session, orderBy: t => [t.Channel.Name.Desc(), t.Author.Name, t.Id]);
        Assert.Equal([_elsewhere.Id, _answer.Id, _first.Id], ordered.Select(row => row.Id));

        var deleted = await Message.Db.DeleteWhereAsync(chat.Session, t => t.Channel.Owner.Name == null, orderBy: t => t.Text);
        Assert.Equal("elsewhere", Assert.Single(deleted).Text);
        Assert.Equal(2, await Message.Db.CountAsync(chat.Session));
    }

    [Fact]
    public async Task Tables_made_apart_but_on_the_same_path_are_one_join()
    {
        // What two threads may see of a lazily made relation.
        var other = new MessageTable();
        await Assert.ThrowsAsync<ArgumentException>(() => Message.Db.FindAsync(chat.Session, where: _ => other.Channel.Name == "general"));
        await FindsAsync(t => t.Channel.Name == "general" && Message.Table.Channel.Name == "general", _first, _answer);
    }

    public sealed record LongRow : ITableRow<long>
    {
        public long Id { get; set; }

        public long? ParentId { get; set; }
    }

    public sealed class LongTable : Table<LongRow, long>
    {
        private readonly string _name;

        public LongTable(string name, TableJoin? join = null)
            : base(name + "_t1", join)
        {
            _name = name;
            Id = Add(new NumberColumn<long, long>(this, "id", hasDefault: true), static row => row.Id);
            ParentId = Add(new NumberColumn<long, long?>(this, name + "_c1", nullable: true), static row => row.ParentId);
        }

        public override NumberColumn<long, long> Id { get; }

        public NumberColumn<long, long?> ParentId { get; }

        public LongTable Parent => new(_name, JoinTo(_name + "_parent", ParentId, "id"));

        public ToManyRelation<LongTable> Children => new(Id, () => new LongTable(_name), static table => table.ParentId);

        public override LongRow ReadRow(RowReader row) => new() { Id = row.Int64(0), ParentId = row.Int64OrNull(1) };
    }

    public sealed class LongInclude : Include<LongRow>;

    public sealed class LongRepository(LongTable table) : Repository<LongRow, long, LongTable, LongInclude>(table);

    private async Task FindsAsync(Func<MessageTable, Filter> where, params Message[] expected)
    {
        var found = await Message.Db.FindAsync(chat.Session, where, orderBy: t => t.Id);
        Assert.Equal(expected.Select(row => row.Text), found.Select(row => row.Text));
        Assert.Equal(expected.Length, await Message.Db.CountAsync(chat.Session, where));
    }
}
