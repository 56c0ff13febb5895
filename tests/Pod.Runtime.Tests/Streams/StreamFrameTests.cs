using System.Net.WebSockets;
using System.Text;
using static Pod.Runtime.Tests.RawSocket;

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
    [InlineData("""{"type":"omsc","data":{"en":"probe","m":"silent","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","args":"{}","am":1}}""")]
    [InlineData("""{"type":"omsc","data":{"en":"probe","m":"silent","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","args":"{}","am":"header"}}""")]
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
    public async Task Frames_that_are_too_deep_or_no_text_are_reported_and_close_the_socket()
    {
        foreach (var frame in new[]
        {
            Encoding.UTF8.GetBytes($$"""{"type":"ping","x":{{new string('[', 70)}}{{new string(']', 70)}}}"""),
            [.. "{\"type\":\"ping\",\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8],
        })
        {
            using var socket = await ConnectAsync(Host);
            await socket.SendAsync(frame, WebSocketMessageType.Binary);
            Assert.StartsWith("""{"type":"brm",""", await socket.ReceiveAsync(), StringComparison.Ordinal);
            Assert.Null(await socket.ReceiveAsync());
        }
    }

    [Fact]
    public async Task Only_the_beginning_of_a_long_bad_frame_is_reported()
    {
        await Socket.SendAsync(new string('x', 5000));
        await Socket.ExpectAsync($$$"""{"type":"brm","data":{"req":"{{{new string('x', 1000)}}}"}}""");
    }

    [Fact]
    public async Task Unknown_members_are_ignored_and_absent_inputs_are_none()
    {
        await Socket.SendAsync($$$"""{"later":[1,{}],"data":{"cid":"{{{Call}}}","more":null,"m":"count","args":"{\"to\":0,\"x\":1}","en":"probe"},"type":"omsc"}""");
        await Socket.ExpectAsync(Frame("omsr", Call, "count", ",\"res\":\"success\""), Frame("cmsc", Call, "count", ",\"cr\":\"done\""));
    }

    [Fact]
    public async Task The_answer_to_an_opening_comes_once_and_first()
    {
        await Socket.OpenAsync(Call, "count", """{"to":50}""");
        var frames = new List<string>();
        while (frames.Count < 52)
        {
            frames.Add((await Socket.ReceiveAsync())!);
        }

        Assert.Equal(Frame("omsr", Call, "count", ",\"res\":\"success\""), frames[0]);
        Assert.Single(frames, static frame => frame.Contains("omsr", StringComparison.Ordinal));
        Assert.Equal(Frame("cmsc", Call, "count", ",\"cr\":\"done\""), frames[^1]);
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
