using System.Net.WebSockets;
using Pod.Runtime.Tests.Streams;
using static Pod.Runtime.Tests.RawSocket;

namespace Pod.Runtime.Tests.Fuzz;

/// <summary>Frames that make no sense: a frame or a closed socket as the answer, and nobody else notices.</summary>
public sealed class StreamFuzzTests : StreamTestBase
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Spoiled_frames_never_break_the_server(int seed)
    {
        var mutation = new Mutation(seed);
        string[] frames =
        [
            Frame("omsc", Call, "count", ",\"args\":\"{\\\"to\\\":1}\",\"is\":[]"),
            Frame("omsc", Call, "sum", ",\"args\":\"{}\",\"is\":[\"numbers\"],\"auth\":\"Bearer x\",\"traceparent\":\"00-0-0-01\""),
            Frame("msm", Call, "sum", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":2}"),
            Frame("msse", Call, "sum", ",\"p\":\"numbers\",\"ex\":{\"className\":\"ChannelNotFound\",\"data\":{\"channelId\":9}}"),
            Frame("cmsc", Call, "sum", ",\"p\":\"numbers\",\"cr\":\"done\""),
            Frame("cmsc", Call, "count", ",\"cr\":\"error\""),
            """{"type":"ping"}""",
            """{"type":"brm","data":{"req":"x"}}""",
        ];
        for (var round = 0; round < 400; round++)
        {
            using var socket = await ConnectAsync(Host);
            try
            {
                for (var sent = mutation.Next(8); sent >= 0; sent--)
                {
                    var frame = frames[mutation.Next(frames.Length)];
                    var bytes = mutation.Next(3) == 0 ? System.Text.Encoding.UTF8.GetBytes(frame) : mutation.Spoil(frame);
                    await socket.SendAsync(bytes, mutation.Next(2) == 0 ? WebSocketMessageType.Text : WebSocketMessageType.Binary);
                }

                await socket.SendAsync("garbage");
                while (await socket.ReceiveAsync() is not null)
                {
                }
            }
            catch (WebSocketException)
            {
                // The server may also just hang up on what breaks the rules.
            }

            if (round % 50 == 0)
            {
                await Socket.SendAsync("""{"type":"ping"}""");
                await Socket.ExpectAsync("""{"type":"pong"}""");
            }
        }

        await Eventually.IsTrueAsync(() => Sockets is { SocketCount: 1, CallCount: 0 } && Host.Probe.OpenSessions == 0);
    }
}
