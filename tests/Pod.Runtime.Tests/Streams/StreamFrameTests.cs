using System.Net.WebSockets;
using System.Text;

namespace Pod.Runtime.Tests.Streams;

/// <summary>Frames as such, and those that are none.</summary>
public sealed class StreamFrameTests : StreamTestBase
{
    [Fact]
    public async Task Binary_frames_are_taken_like_texts()
    {
        await Socket.SendAsync(Encoding.UTF8.GetBytes("""{"type":"ping"}"""), WebSocketMessageType.Binary);
        await Socket.ExpectAsync("""{"type":"pong"}""");
    }

    [Theory]
    [InlineData("hello \"there\"")]
    [InlineData("{}")]
    [InlineData("""{"type":"nope"}""")]
    [InlineData("""{"type":"msm","data":{"en":"a"}}""")]
    [InlineData("""{"type":"msm","data":{"en":"a","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","o":{"className":"int","data":1}}}""")]
    [InlineData("""{"type":"omsr","data":{"en":"a","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","res":"success"}}""")]
    public async Task Frames_that_are_none_are_reported_and_close_the_socket(string text)
    {
        await Socket.SendAsync(text);
        var report = Assert.IsType<string>(await Socket.ReceiveAsync());
        Assert.Equal(text, System.Text.Json.Nodes.JsonNode.Parse(report)!["data"]!["req"]!.GetValue<string>());
        Assert.Null(await Socket.ReceiveAsync());
        await Socket.CloseAsync();
        await Eventually.IsTrueAsync(() => Sockets.SocketCount == 0);
    }

    [Fact]
    public async Task A_reported_bad_frame_closes_the_socket()
    {
        await Socket.SendAsync("""{"type":"brm","data":{"req":"x"}}""");
        Assert.Null(await Socket.ReceiveAsync());
    }

    [Fact]
    public async Task Frames_that_are_too_large_close_the_socket()
    {
        await Socket.SendAsync(new string(' ', 524_289));
        Assert.Null(await Socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, Socket.CloseStatus);
    }

    [Fact]
    public async Task The_socket_needs_a_websocket()
    {
        using var response = await Host.Http.GetAsync(new Uri("/v1/websocket", UriKind.Relative));
        Assert.Equal(400, (int)response.StatusCode);
    }
}
