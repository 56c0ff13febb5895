namespace Chat.Server.Tests;

public sealed class ChannelTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task A_channel_is_made_once()
    {
        var first = await Endpoints.Channel.CreateAsync(Sessions, "general");
        var again = await Endpoints.Channel.CreateAsync(Sessions, "  general ");

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(1, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Channels_are_listed_by_name()
    {
        await Endpoints.Channel.CreateAsync(Sessions, "music");
        await Endpoints.Channel.CreateAsync(Sessions, "books");

        Assert.Equal(["books", "music"], (await Endpoints.Channel.ListAsync(Sessions)).Select(static channel => channel.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_channel_needs_a_name(string name)
    {
        var refusal = await Assert.ThrowsAsync<MessageRefused>(() => Endpoints.Channel.CreateAsync(Sessions, name));

        Assert.Equal("A channel needs a name.", refusal.Reason);
    }

    [Fact]
    public async Task A_channel_knows_when_it_was_made()
    {
        await Time.AdvanceAsync(TimeSpan.FromDays(365));

        var channel = await Endpoints.Channel.CreateAsync(Sessions, "general");

        Assert.Equal(Time.GetUtcNow().UtcDateTime, channel.CreatedAt);
    }
}
