using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Filters;

/// <summary>Conditions on related rows must find what LINQ finds over the same objects.</summary>
[Collection(DatabaseTests.Name)]
public sealed class ToManyFilterTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private readonly List<ChatUser> _users = [];
    private readonly List<Channel> _channels = [];
    private readonly List<Message> _messages = [];

    public async Task InitializeAsync()
    {
        await chat.ClearAsync();
        foreach (var name in (string[])["Anna", "Bob", "Carla"])
        {
            _users.Add(await chat.AddUserAsync(name));
        }

        await Profile.Db.InsertRowAsync(chat.Session, new Profile { UserId = _users[0].Id, City = "Oslo" });
        _channels.Add(await chat.AddChannelAsync("general", _users[0].Id));
        _channels.Add(await chat.AddChannelAsync("random", _users[0].Id));
        _channels.Add(await chat.AddChannelAsync("quiet", _users[1].Id));
        _channels.Add(await chat.AddChannelAsync("orphan"));
        await SayAsync(0, 0, "hello");
        await SayAsync(0, 1, "hello back", reply: 0, edited: true);
        await SayAsync(0, 1, "again", reply: 1);
        await SayAsync(1, 1, "dice", edited: true);
        await SayAsync(1, 2, "hello dice", reply: 3, edited: true);
        await SayAsync(3, 2, "anybody?");
        await SayAsync(3, 2, "hello?", reply: 0);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Any_and_none()
    {
        await ChannelsAsync(t => t.Messages.Any(), channel => In(channel).Any());
        await ChannelsAsync(t => t.Messages.None(), channel => !In(channel).Any());
        await ChannelsAsync(t => !t.Messages.Any(), channel => !In(channel).Any());
        await ChannelsAsync(t => t.Messages.Any(m => m.Text.Like("hello%")), channel => In(channel).Any(m => m.Text.StartsWith("hello")));
        await ChannelsAsync(t => t.Messages.None(m => m.EditedAt == null), channel => !In(channel).Any(m => m.EditedAt is null));
        await ChannelsAsync(t => !t.Messages.None(m => m.EditedAt != null), channel => In(channel).Any(m => m.EditedAt is not null));
    }

    [Fact]
    public async Task All_holds_without_children_and_fails_on_unknown()
    {
        await ChannelsAsync(t => t.Messages.All(m => m.EditedAt != null), channel => In(channel).All(m => m.EditedAt is not null));
        await ChannelsAsync(t => t.Messages.Every(m => m.EditedAt != null), channel => In(channel).All(m => m.EditedAt is not null));
        // The comparison is unknown for messages that were never edited.
        await ChannelsAsync(t => t.Messages.All(m => m.EditedAt < DateTime.UtcNow), channel => In(channel).All(m => m.EditedAt < DateTime.UtcNow));
        await ChannelsAsync(t => t.Messages.All(m => !(m.EditedAt > DateTime.UtcNow)), channel => In(channel).All(m => m.EditedAt is not null));
        await ChannelsAsync(
            t => t.Messages.Any() && t.Messages.All(m => m.EditedAt != null),
            channel => In(channel).Any() && In(channel).All(m => m.EditedAt is not null));
        await ChannelsAsync(t => t.Messages.All(m => m.Text == "x" || m.Author.Name == "Carla"), channel => In(channel).All(m => By(m).Name == "Carla"));
    }

    [Fact]
    public async Task Counts_compare_like_numbers()
    {
        await ChannelsAsync(t => t.Messages.Count() > 2, channel => In(channel).Count() > 2);
        await ChannelsAsync(t => t.Messages.Count() >= 2, channel => In(channel).Count() >= 2);
        await ChannelsAsync(t => t.Messages.Count() < 3, channel => In(channel).Count() < 3);
        await ChannelsAsync(t => t.Messages.Count() <= 2, channel => In(channel).Count() <= 2);
        await ChannelsAsync(t => t.Messages.Count() == 0, channel => !In(channel).Any());
        await ChannelsAsync(t => t.Messages.Count() != 2, channel => In(channel).Count() != 2);
        await ChannelsAsync(t => t.Messages.Count().Between(1, 2), channel => In(channel).Count() is 1 or 2);
        await ChannelsAsync(t => t.Messages.Count().NotBetween(1, 2), channel => In(channel).Count() is not (1 or 2));
        await ChannelsAsync(t => t.Messages.Count().In(0, 3), channel => In(channel).Count() is 0 or 3);
        await ChannelsAsync(t => t.Messages.Count().NotIn(0, 3), channel => In(channel).Count() is not (0 or 3));
        await ChannelsAsync(
            t => t.Messages.Count(m => m.EditedAt != null) == t.Messages.Count(),
            channel => In(channel).Count(m => m.EditedAt is not null) == In(channel).Count());
        await ChannelsAsync(t => t.Messages.Count() * 2 + 1 > t.Id, channel => In(channel).Count() * 2 + 1 > channel.Id);
    }

    [Fact]
    public async Task Nest_in_each_other_and_in_to_one_relations()
    {
        await UsersAsync(
            t => t.Channels.Any(c => c.Messages.Count(m => m.Author.Name == "Bob") >= 2),
            user => Of(user).Any(c => In(c).Count(m => By(m).Name == "Bob") >= 2));
        await UsersAsync(
            t => t.Channels.Any(c => c.Messages.None()) || t.Written.All(m => m.Replies.Any(r => r.Author.Name != "Anna")),
            user => Of(user).Any(c => !In(c).Any()) || Written(user).All(m => Replies(m).Any(r => By(r).Name != "Anna")));
        await ChannelsAsync(
            t => t.Owner.Channels.Count() > 1 && t.Owner.Profile.City == "Oslo",
            channel => Owner(channel) is { } owner && Of(owner).Count() > 1 && owner.Name == "Anna");
        await MessagesAsync(
            t => t.ReplyTo.Replies.Any(r => r.Channel.Owner.Name == null),
            message => To(message) is { } to && Replies(to).Any(r => Channel(r).OwnerId is null));
    }

    [Fact]
    public async Task Inside_sees_the_tables_around_it()
    {
        await ChannelsAsync(t => t.Messages.Any(m => m.AuthorId == t.OwnerId), channel => In(channel).Any(m => m.AuthorId == channel.OwnerId));
        await ChannelsAsync(
            t => t.Messages.Any(m => m.Author.Name == t.Owner.Name), channel => In(channel).Any(m => By(m).Name == Owner(channel)?.Name));
        await UsersAsync(
            t => t.Channels.Any(c => c.Messages.Any(m => m.AuthorId == t.Id && m.Id > c.Id)),
            user => Of(user).Any(c => In(c).Any(m => m.AuthorId == user.Id && m.Id > c.Id)));
    }

    [Fact]
    public async Task One_relation_inside_itself_keeps_its_rows_apart()
    {
        // Another message of the same channel by the same author.
        await ChannelsAsync(
            t => t.Messages.Any(m => t.Messages.Any(other => other.AuthorId == m.AuthorId && other.Id > m.Id)),
            channel => In(channel).Any(m => In(channel).Any(other => other.AuthorId == m.AuthorId && other.Id > m.Id)));
        await MessagesAsync(t => t.Replies.Any(r => r.Replies.Any()), message => Replies(message).Any(r => Replies(r).Any()));
        await MessagesAsync(
            t => t.Replies.Any(r => r.Replies.Any(rr => rr.AuthorId == r.AuthorId && rr.Id > t.Id)),
            message => Replies(message).Any(r => Replies(r).Any(rr => rr.AuthorId == r.AuthorId && rr.Id > message.Id)));
        var edited = Model.Channel.Table.Messages.Any(m => m.EditedAt != null && m.Author.Name == "Bob");
        await ChannelsAsync(
            t => t.Messages.Any(m => m.Author.Name == "Carla" && edited),
            channel => In(channel).Any(m => By(m).Name == "Carla") && In(channel).Any(m => m.EditedAt is not null && By(m).Name == "Bob"));
    }

    [Fact]
    public async Task Relatives_that_are_missing_have_no_related_rows()
    {
        await ChannelsAsync(t => t.Owner.Written.Count() == 0, channel => Owner(channel) is null);
        await ChannelsAsync(t => t.Owner.Written.Any(), channel => Owner(channel) is not null);
        await ChannelsAsync(t => t.Owner.Written.All(m => m.Text == "x"), channel => Owner(channel) is null);
    }

    [Fact]
    public async Task Order_results()
    {
        var byCount = await Model.Channel.Db.FindAsync(chat.Session, orderBy: t => [t.Messages.Count().Desc(), t.Name]);
        Assert.Equal(["general", "orphan", "random", "quiet"], byCount.Select(row => row.Name));
        var byCondition = await Model.Channel.Db.FindAsync(chat.Session, orderBy: t => [t.Messages.Count(m => m.EditedAt != null), t.Name]);
        Assert.Equal(["orphan", "quiet", "general", "random"], byCondition.Select(row => row.Name));
        var byOwner = await Message.Db.FindAsync(chat.Session, orderBy: t => [t.Channel.Owner.Channels.Count(), t.Id]);
        Assert.Equal(["anybody?", "hello?"], byOwner.Take(2).Select(row => row.Text));
    }

    [Fact]
    public async Task Work_with_paging_first_exists_and_includes()
    {
        var page = await Model.Channel.Db.FindAsync(
            chat.Session,
            where: t => t.Messages.Count() > 1 && t.Owner.Name != "Carla",
            orderBy: t => t.Messages.Count(m => m.Author.Name == "Carla").Desc(),
            limit: 1,
            include: Model.Channel.Include(
                owner: ChatUser.Include(),
                messages: Message.IncludeList(where: m => m.Replies.None(), orderBy: m => [m.Author.Written.Count(), m.Id], limit: 5)));
        var channel = Assert.Single(page);
        Assert.Equal("orphan", channel.Name);
        Assert.Equal(["anybody?", "hello?"], channel.Messages!.Select(message => message.Text));
        Assert.Equal("random", (await Model.Channel.Db.FindFirstRowAsync(chat.Session, t => t.Messages.All(m => m.EditedAt != null), t => t.Name.Desc()))!.Name);
        Assert.True(await Model.Channel.Db.ExistsAsync(chat.Session, t => t.Messages.Count() == 3));
        Assert.False(await Model.Channel.Db.ExistsAsync(chat.Session, t => t.Messages.Count() == 4));
    }

    [Fact]
    public async Task Delete_rows()
    {
        Assert.Equal(1, await chat.Session.Db.TransactionAsync(async tx =>
        {
            var deleted = await Model.Channel.Db.DeleteWhereAsync(tx, t => t.Messages.None() && t.Owner.Channels.Count() == 1, orderBy: t => t.Name);
            Assert.Equal("quiet", Assert.Single(deleted).Name);
            return deleted.Count;
        }));
        await Message.Db.DeleteWhereAsync(chat.Session, t => t.Replies.None() && t.EditedAt == null);
        Assert.Equal(["hello", "hello back", "dice", "hello dice"], (await Message.Db.FindAsync(chat.Session, orderBy: t => t.Id)).Select(row => row.Text));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Model.Channel.Db.DeleteWhereAsync(chat.Session, t => Filter.True, orderBy: t => t.Messages.Count()));
    }

    [Fact]
    public async Task Tables_of_a_relation_are_unknown_outside_it()
    {
        MessageTable? inside = null;
        await ChannelsAsync(
            t => t.Messages.Any(m =>
            {
                inside = m;
                return m.Text == "dice";
            }),
            channel => channel.Name == "random");
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Model.Channel.Db.FindAsync(chat.Session, t => inside!.Text == "dice"));
        Assert.Contains("'text' of table 'message'", error.Message);
        await Assert.ThrowsAsync<ArgumentException>(
            () => Model.Channel.Db.FindAsync(chat.Session, t => t.Messages.Any() && inside!.Author.Name == "Bob"));
    }

    [Fact]
    public async Task Values_are_parameters_and_the_text_depends_on_the_shape_only()
    {
        using var recorder = new StatementRecorder();
        await Model.Channel.Db.CountAsync(chat.Session, t => t.Messages.Count(m => m.Text == "a") > 1);
        await Model.Channel.Db.CountAsync(chat.Session, t => t.Messages.Count(m => m.Text == "b'") > 2);
        Assert.Equal(
            """SELECT count(*) FROM "channel" AS t0 WHERE (SELECT count(*) FROM "message" AS t1 WHERE t1."channelId" = t0."id" AND t1."text" = $1) > $2""",
            Assert.Single(recorder.Statements.Where(text => text.Contains("\"channel\"")).Distinct()));
    }

    private IEnumerable<Message> In(Channel channel) => _messages.Where(message => message.ChannelId == channel.Id);

    private IEnumerable<Channel> Of(ChatUser user) => _channels.Where(channel => channel.OwnerId == user.Id);

    private IEnumerable<Message> Written(ChatUser user) => _messages.Where(message => message.AuthorId == user.Id);

    private IEnumerable<Message> Replies(Message message) => _messages.Where(other => other.ReplyToId == message.Id);

    private ChatUser By(Message message) => _users.Single(user => user.Id == message.AuthorId);

    private Channel Channel(Message message) => _channels.Single(channel => channel.Id == message.ChannelId);

    private Message? To(Message message) => _messages.SingleOrDefault(other => other.Id == message.ReplyToId);

    private ChatUser? Owner(Channel channel) => _users.SingleOrDefault(user => user.Id == channel.OwnerId);

    private async Task ChannelsAsync(Func<ChannelTable, Filter> where, Func<Channel, bool> expected)
    {
        var found = await Model.Channel.Db.FindAsync(chat.Session, where, orderBy: t => t.Id);
        Assert.Equal(_channels.Where(expected).Select(row => row.Name), found.Select(row => row.Name));
        Assert.Equal(found.Count, await Model.Channel.Db.CountAsync(chat.Session, where));
    }

    private async Task UsersAsync(Func<ChatUserTable, Filter> where, Func<ChatUser, bool> expected)
    {
        var found = await ChatUser.Db.FindAsync(chat.Session, where, orderBy: t => t.Id);
        Assert.Equal(_users.Where(expected).Select(row => row.Name), found.Select(row => row.Name));
    }

    private async Task MessagesAsync(Func<MessageTable, Filter> where, Func<Message, bool> expected)
    {
        var found = await Message.Db.FindAsync(chat.Session, where, orderBy: t => t.Id);
        Assert.Equal(_messages.Where(expected).Select(row => row.Text), found.Select(row => row.Text));
    }

    private async Task SayAsync(int channel, int author, string text, int? reply = null, bool edited = false)
        => _messages.Add(await Message.Db.InsertRowAsync(chat.Session, new Message
        {
            ChannelId = _channels[channel].Id,
            AuthorId = _users[author].Id,
            Text = text,
            ReplyToId = reply is { } index ? _messages[index].Id : null,
            EditedAt = edited ? new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) : null,
        }));
}
