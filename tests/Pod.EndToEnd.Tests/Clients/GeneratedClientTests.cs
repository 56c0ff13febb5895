using Chat.Client;
using Pod.Client;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Clients;

/// <summary>The generated C# client against the real server.</summary>
[Collection(RunningChatTests.Name)]
public sealed class GeneratedClientTests(RunningChat chat) : IAsyncLifetime
{
    private readonly ChatClient _ada = new(chat.Address);
    private readonly ChatClient _grace = new(chat.Address);

    [Fact]
    public async Task Latest_gives_messages_with_their_authors_newest_last()
    {
        var channel = await chat.CreateChannelAsync();
        await _ada.Message.PostAsync(channel.Id, "ada", "first");
        await _ada.Message.PostAsync(channel.Id, "grace", "second");
        await _ada.Message.PostAsync(channel.Id, "ada", "third");

        var messages = await _grace.Message.LatestAsync(channel.Id, limit: 2);

        Assert.Equal([("grace", "second"), ("ada", "third")], messages.Select(message => (message.Author?.Name, message.Text)));
        Assert.All(messages, message => Assert.Equal(DateTimeKind.Utc, message.SentAt.Kind));
    }

    [Fact]
    public async Task A_name_that_exists_gives_the_same_channel()
    {
        var channel = await chat.CreateChannelAsync();

        Assert.Equal(channel.Id, (await _ada.Channel.CreateAsync($"  {channel.Name} ")).Id);
    }

    [Fact]
    public async Task Posting_to_no_channel_throws_the_declared_exception()
    {
        var missing = await Assert.ThrowsAsync<ChannelNotFound>(() => _ada.Message.PostAsync(404404, "ada", "hello"));

        Assert.Equal(404404, missing.ChannelId);
    }

    [Fact]
    public async Task Posting_nothing_is_refused_with_the_reason()
    {
        var channel = await chat.CreateChannelAsync();

        var refused = await Assert.ThrowsAsync<MessageRefused>(() => _ada.Message.PostAsync(channel.Id, "ada", "  "));

        Assert.Contains("text", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_no_channel_throws_the_declared_exception()
    {
        await using var watching = _ada.Message.WatchAsync(404404).GetAsyncEnumerator();

        var missing = await Assert.ThrowsAsync<ChannelNotFound>(async () => await watching.MoveNextAsync());

        Assert.Equal(404404, missing.ChannelId);
    }

    [Fact]
    public async Task Watching_gives_the_messages_of_another_client_in_order()
    {
        var channel = await chat.CreateChannelAsync();
        await using var watching = _ada.Message.WatchAsync(channel.Id).GetAsyncEnumerator();
        var first = watching.MoveNextAsync().AsTask();
        await Machine.RepeatUntilAsync(() => _grace.Message.PostAsync(channel.Id, "grace", "are you there?"), first);
        for (var i = 0; i < 20; i++)
        {
            await _grace.Message.PostAsync(channel.Id, "grace", $"line {i}");
        }

        var lines = new List<string>();
        while (lines.Count < 20)
        {
            Assert.True(await watching.MoveNextAsync().AsTask().WaitAsync(Machine.Patience, TimeProvider.System));
            Assert.Equal("grace", watching.Current.Author?.Name);
            lines.Add(watching.Current.Text);
            lines.RemoveAll(line => line == "are you there?");
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"line {i}"), lines);
    }

    [Fact]
    public async Task Without_a_server_calls_and_streams_fail_by_type()
    {
        await using var lost = new ChatClient(new Uri("http://127.0.0.1:9"));
        await using var watching = lost.Message.WatchAsync(1).GetAsyncEnumerator();

        await Assert.ThrowsAsync<PodClientNetworkException>(() => lost.Channel.ListAsync());
        await Assert.ThrowsAsync<PodClientStreamConnectException>(async () => await watching.MoveNextAsync());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _ada.DisposeAsync();
        await _grace.DisposeAsync();
    }
}
