using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Chat.Client;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Wire;

/// <summary>The stream socket as a client sees it that writes its frames by hand, such as the web page.</summary>
public abstract class StreamFromTheWireScenarios(RunningChat chat) : IAsyncLifetime
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[16 * 1024];

    [Fact]
    public async Task A_ping_is_answered()
    {
        await SendAsync("""{"type":"ping"}""");

        Assert.Equal("pong", (await ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Whatever_is_posted_after_the_answer_to_an_opening_arrives()
    {
        await using var client = new ChatClient(chat.Address);
        var channel = await chat.CreateChannelAsync();

        // Often enough to notice a method that subscribes a moment too late.
        for (var i = 0; i < 20; i++)
        {
            var callId = Guid.NewGuid();
            await SendAsync($$$"""{"type":"omsc","data":{"en":"message","m":"watch","cid":"{{{callId}}}","args":"{\"channelId\":{{{channel.Id}}}}","is":[]}}""");
            Assert.Equal("success", (await ReceiveAsync()).GetProperty("data").GetProperty("res").GetString());

            await client.Message.PostAsync(channel.Id, "ada", $"message {i}");

            var item = (await ReceiveAsync()).GetProperty("data");
            Assert.Equal(callId, item.GetProperty("cid").GetGuid());
            Assert.Equal($"message {i}", item.GetProperty("o").GetProperty("data").GetProperty("text").GetString());
            await SendAsync($$$"""{"type":"cmsc","data":{"en":"message","m":"watch","cid":"{{{callId}}}","cr":"done"}}""");
        }
    }

    [Fact]
    public async Task An_unknown_method_is_refused_and_the_socket_stays_open()
    {
        await SendAsync($$$"""{"type":"omsc","data":{"en":"message","m":"nothing","cid":"{{{Guid.NewGuid()}}}","args":"{}","is":[]}}""");
        Assert.Equal("endpointNotFound", (await ReceiveAsync()).GetProperty("data").GetProperty("res").GetString());

        await A_ping_is_answered();
    }

    public Task InitializeAsync() =>
        _socket.ConnectAsync(new UriBuilder(chat.Address) { Scheme = "ws", Path = "v1/websocket" }.Uri, CancellationToken.None);

    public Task DisposeAsync()
    {
        _socket.Dispose();
        return Task.CompletedTask;
    }

    private Task SendAsync(string frame) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task<JsonElement> ReceiveAsync()
    {
        var received = await _socket.ReceiveAsync(_buffer, CancellationToken.None).WaitAsync(Machine.Patience, TimeProvider.System);
        Assert.True(received.EndOfMessage, "The frame is longer than any of these tests expects.");
        return JsonElement.Parse(_buffer.AsSpan(0, received.Count));
    }
}
