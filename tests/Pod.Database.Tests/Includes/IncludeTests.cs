using System.Diagnostics;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Includes;

[Collection(DatabaseTests.Name)]
public sealed class IncludeTests(IncludeTests.Chat chat) : IClassFixture<IncludeTests.Chat>
{
    private DatabaseSession Session => chat.Session;

    [Fact]
    public async Task To_one_trees_come_with_one_statement()
    {
        var include = Message.Include(
            channel: Channel.Include(owner: ChatUser.Include(profile: Profile.Include())), author: ChatUser.Include(), replyTo: Message.Include(author: ChatUser.Include()));
        using var recorder = new StatementRecorder();
        var messages = await Message.Db.FindAsync(Session, orderBy: t => t.Id, include: include);
        Assert.Single(recorder.Statements);
        Assert.Equal(chat.Messages.Count, messages.Count);
        foreach (var message in messages)
        {
            var expected = chat.Messages.Single(row => row.Id == message.Id);
            Assert.Equal(expected.ChannelId, message.Channel!.Id);
            Assert.Equal(expected.AuthorId, message.Author!.Id);
            Assert.Equal(chat.Users.Single(user => user.Id == expected.AuthorId).Name, message.Author.Name);
            Assert.Equal(expected.ReplyToId, message.ReplyTo?.Id);
            var owner = chat.Channels.Single(channel => channel.Id == expected.ChannelId).OwnerId;
            Assert.Equal(owner, message.Channel.Owner?.Id);
            Assert.Equal(owner == chat.Users[0].Id ? "Oslo" : null, message.Channel.Owner?.Profile?.City);
            Assert.Null(message.Author.Profile);
            Assert.Null(message.Channel.Messages);
            if (message.ReplyTo is { } replied)
            {
                Assert.Equal(replied.AuthorId, replied.Author!.Id);
                Assert.Null(replied.Channel);
            }
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(2, null)]
    [InlineData(2, 1)]
    [InlineData(7, 3)]
    [InlineData(null, 4)]
    [InlineData(0, null)]
    public async Task Lists_are_cut_per_parent(int? limit, int? offset)
    {
        using var recorder = new StatementRecorder();
        var channels = await Channel.Db.FindAsync(
            Session,
            orderBy: t => t.Id,
            include: Channel.Include(messages: Message.IncludeList(
                where: m => m.Text != "hidden" && m.Author.Name != null, orderBy: m => [m.Author.Name.Desc(), m.Id], limit: limit, offset: offset)));
        Assert.Equal(limit == 0 ? 1 : 2, recorder.Statements.Count);
        Assert.Equal(chat.Channels.Count, channels.Count);
        foreach (var channel in channels)
        {
            var expected = chat.Messages
                .Where(row => row.ChannelId == channel.Id && row.Text != "hidden")
                .OrderByDescending(row => chat.Users.Single(user => user.Id == row.AuthorId).Name, StringComparer.Ordinal)
                .ThenBy(row => row.Id)
                .Skip(offset ?? 0)
                .Take(limit ?? int.MaxValue);
            Assert.Equal(expected.Select(row => row.Id), channel.Messages!.Select(row => row.Id));
        }
    }

    [Fact]
    public async Task Lists_nest_in_relatives_and_relatives_in_lists()
    {
        using var recorder = new StatementRecorder();
        var include = Message.Include(channel: Channel.Include(messages: Message.IncludeList(
            limit: 3, orderBy: m => m.Id, include: Message.Include(author: ChatUser.Include(favourites: Message.IncludeList(orderBy: m => m.Id))))));
        var messages = await Message.Db.FindAsync(Session, orderBy: t => t.Id, include: include);
        Assert.Equal(3, recorder.Statements.Count);
        foreach (var message in messages)
        {
            var siblings = message.Channel!.Messages!;
            Assert.Equal(chat.Messages.Where(row => row.ChannelId == message.ChannelId).Take(3).Select(row => row.Id), siblings.Select(row => row.Id));
            Assert.All(siblings, row => Assert.Equal(row.AuthorId, row.Author!.Id));
            Assert.All(siblings, row => Assert.Equal(chat.Favourites(row.AuthorId), row.Author!.Favourites!.Select(favourite => favourite.Id)));
        }

        // Two objects for the same channel have lists of their own.
        var same = messages.GroupBy(row => row.ChannelId).First(group => group.Count() > 1).Take(2).ToList();
        Assert.NotSame(same[0].Channel!.Messages, same[1].Channel!.Messages);
    }

    [Fact]
    public async Task Lists_through_hidden_keys()
    {
        var users = await ChatUser.Db.FindAsync(Session, include: ChatUser.Include(favourites: Message.IncludeList(orderBy: m => m.Id)));
        Assert.All(users, user => Assert.Equal(chat.Favourites(user.Id), user.Favourites!.Select(row => row.Id)));
        Assert.Contains(users, user => user.Favourites!.Count == 0);
        Assert.Contains(users, user => user.Favourites!.Count > 0);
    }

    [Fact]
    public async Task Work_in_find_first_and_find_by_id()
    {
        var include = Channel.Include(owner: ChatUser.Include(), messages: Message.IncludeList());
        var first = await Channel.Db.FindFirstRowAsync(Session, orderBy: t => t.Id, include: include);
        Assert.Equal(chat.Users[0].Name, first!.Owner!.Name);
        Assert.NotEmpty(first.Messages!);
        var byId = await Channel.Db.FindByIdAsync(Session, chat.Channels[^1].Id, include);
        Assert.Null(byId!.Owner);
        Assert.Empty(byId.Messages!);
        Assert.Null(await Channel.Db.FindByIdAsync(Session, -1, include));
    }

    [Fact]
    public async Task An_include_can_be_used_again()
    {
        var include = Channel.Include(messages: Message.IncludeList(limit: 1));
        for (var i = 0; i < 3; i++)
        {
            var channels = await Channel.Db.FindAsync(Session, include: include);
            Assert.All(channels, channel => Assert.True(channel.Messages!.Count <= 1));
        }
    }

    [Fact]
    public async Task Statements_of_one_find_see_one_snapshot()
    {
        var channel = await Channel.Db.InsertRowAsync(Session, new Channel { Name = "snapshot" });
        var inserted = false;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Pod.Database",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Between the statement for the parents and the one for the children somebody else commits a child.
                if (activity.DisplayName == "SELECT channel" && !inserted)
                {
                    inserted = true;
                    chat.ExecuteAsync($"INSERT INTO message (\"channelId\", \"authorId\", text) VALUES ({channel.Id}, {chat.Users[0].Id}, 'late')").GetAwaiter().GetResult();
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var found = await Channel.Db.FindByIdAsync(Session, channel.Id, Channel.Include(messages: Message.IncludeList()));
        Assert.True(inserted);
        Assert.Empty(found!.Messages!);
        await Channel.Db.DeleteByIdAsync(Session, channel.Id);
    }

    [Fact]
    public void Negative_limits_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Message.IncludeList(limit: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Message.IncludeList(offset: -1));
    }

    public sealed class Chat(PostgresServer server) : IAsyncLifetime
    {
        private readonly ChatDatabase _database = new(server);
        private readonly Dictionary<long, List<long>> _favourites = [];

        public DatabaseSession Session => _database.Session;

        internal List<ChatUser> Users { get; private set; } = [];

        internal List<Channel> Channels { get; private set; } = [];

        internal List<Message> Messages { get; private set; } = [];

        public Task ExecuteAsync(string sql) => _database.ExecuteAsync(sql);

        public IEnumerable<long> Favourites(long userId) => _favourites.GetValueOrDefault(userId, []);

        public async Task InitializeAsync()
        {
            await _database.InitializeAsync();
            var random = new Random(3);
            Users = await ChatUser.Db.InsertAsync(Session, [.. "DCAB".Select(name => new ChatUser { Name = $"user {name}" })]);
            await Profile.Db.InsertRowAsync(Session, new Profile { UserId = Users[0].Id, City = "Oslo" });
            Channels = await Channel.Db.InsertAsync(Session, [.. Enumerable.Range(0, 6).Select(i => new Channel
            {
                Name = $"channel {i}",
                OwnerId = i % 3 == 2 ? null : Users[i % 3].Id,
            })]);
            foreach (var i in Enumerable.Range(0, 50))
            {
                Messages.Add(await Message.Db.InsertRowAsync(Session, new Message
                {
                    // The last channel stays empty.
                    ChannelId = Channels[random.Next(5)].Id,
                    AuthorId = Users[random.Next(4)].Id,
                    ReplyToId = i > 0 && random.Next(2) == 0 ? Messages[random.Next(i)].Id : null,
                    Text = random.Next(4) == 0 ? "hidden" : $"text {i}",
                }));
            }

            foreach (var message in Messages.Where((_, i) => i % 4 == 0))
            {
                var user = Users[(int)(message.Id % 3)].Id;
                (_favourites.TryGetValue(user, out var list) ? list : _favourites[user] = []).Add(message.Id);
                await ExecuteAsync($"UPDATE message SET \"_chatUserFavouritesChatUserId\" = {user} WHERE id = {message.Id}");
            }
        }

        public Task DisposeAsync() => _database.DisposeAsync();
    }
}
