namespace Chat.Server.Tests;

public sealed class MessageTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task Who_posts_first_becomes_a_user()
    {
        var channel = await Endpoints.Channel.CreateAsync(Sessions, "general");

        await Endpoints.Message.PostAsync(Sessions, channel.Id, "ada", "Hello");
        await Endpoints.Message.PostAsync(Sessions, channel.Id, "ada", "Anybody here?");

        Assert.Equal("ada", Assert.Single(await ChatUser.Db.FindAsync(Session)).Name);
        Assert.Equal(2, await Message.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Whoever_watches_gets_what_is_posted()
    {
        var channel = await Endpoints.Channel.CreateAsync(Sessions, "general");
        await using var feed = await Endpoints.Message.WatchAsync(Sessions, channel.Id).OpenAsync();

        await Endpoints.Message.PostAsync(Sessions, channel.Id, "ada", "Hello");

        var message = await feed.NextAsync();
        Assert.Equal("Hello", message.Text);
        Assert.Equal("ada", message.Author!.Name);
    }

    [Fact]
    public async Task Whoever_watches_one_channel_hears_nothing_of_another()
    {
        var books = await Endpoints.Channel.CreateAsync(Sessions, "books");
        var music = await Endpoints.Channel.CreateAsync(Sessions, "music");
        await using var feed = await Endpoints.Message.WatchAsync(Sessions, books.Id).OpenAsync();

        await Endpoints.Message.PostAsync(Sessions, music.Id, "ada", "Listen to this");

        await feed.NoItemAsync();
    }

    [Fact]
    public async Task The_latest_messages_come_oldest_first()
    {
        var channel = await Endpoints.Channel.CreateAsync(Sessions, "general");
        foreach (var text in new[] { "one", "two", "three" })
        {
            await Endpoints.Message.PostAsync(Sessions, channel.Id, "ada", text);
        }

        var latest = await Endpoints.Message.LatestAsync(Sessions, channel.Id, limit: 2);

        Assert.Equal(["two", "three"], latest.Select(static message => message.Text));
    }

    [Fact]
    public async Task The_latest_messages_take_two_statements_however_many_they_are()
    {
        var channel = await Endpoints.Channel.CreateAsync(Sessions, "general");
        for (var i = 0; i < 10; i++)
        {
            await Endpoints.Message.PostAsync(Sessions, channel.Id, $"user {i}", "Hello");
        }

        Log.Clear();
        await Endpoints.Message.LatestAsync(Sessions, channel.Id);

        Log.AssertQueries(atMost: 2);
    }

    [Fact]
    public async Task An_archived_channel_takes_no_messages()
    {
        var channel = await Channel.Db.InsertRowAsync(Session, new Channel { Name = "old", State = ChannelState.Archived });

        var refusal = await Assert.ThrowsAsync<MessageRefused>(() => Endpoints.Message.PostAsync(Sessions, channel.Id, "ada", "Hello"));

        Assert.Equal("The channel 'old' is archived.", refusal.Reason);
        Assert.Equal(0, await ChatUser.Db.CountAsync(Session));
    }

    [Theory]
    [InlineData("", "Hello")]
    [InlineData("ada", " ")]
    public async Task A_message_needs_an_author_and_a_text(string author, string text)
    {
        var channel = await Endpoints.Channel.CreateAsync(Sessions, "general");

        await Assert.ThrowsAsync<MessageRefused>(() => Endpoints.Message.PostAsync(Sessions, channel.Id, author, text));
    }

    [Fact]
    public async Task A_channel_that_does_not_exist_is_named()
    {
        Assert.Equal(404, (await Assert.ThrowsAsync<ChannelNotFound>(() => Endpoints.Message.LatestAsync(Sessions, 404))).ChannelId);

        await using var feed = Endpoints.Message.WatchAsync(Sessions, 404);
        Assert.Equal(404, (await feed.FailsAsync<ChannelNotFound>()).ChannelId);
    }
}
