using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ChatApp;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Messages.Delivery;
using Pod.Runtime.Streams;
using static Pod.Runtime.Tests.RawSocket;

namespace Pod.Runtime.Tests.Streams;

/// <summary>Clients and servers that go, and what they leave behind.</summary>
public sealed class StreamEndTests : StreamTestBase
{
    [Fact]
    public async Task A_client_that_vanishes_leaves_nothing_behind()
    {
        for (var i = 0; i < 20; i++)
        {
            var call = Guid.NewGuid();
            await Socket.OpenAsync(call, i % 2 == 0 ? "silent" : "sum", inputs: "[\"numbers\"]");
            await Socket.ExpectAsync(Frame("omsr", call, i % 2 == 0 ? "silent" : "sum", ",\"res\":\"success\""));
        }

        await Socket.OpenAsync(Call, "watch", """{"channelId":1}""", endpoint: "message");
        await Host.Probe.WaitAsync("watching:1").WaitAsync(TestHost.Patience);
        Socket.Abort();
        await Eventually.IsTrueAsync(() => Sockets is { SocketCount: 0, CallCount: 0 } && Host.Probe.OpenSessions == 0);
        Assert.Equal(21, Host.Probe.ClosedSessions);
        Assert.Equal(0, Host.Services.GetRequiredService<LocalMessages>().ChannelCount);
    }

    [Fact]
    public async Task Ten_thousand_streams_come_and_go_without_a_trace()
    {
        const int Streams = 10_000, AtOnce = 100;
        for (var opened = 0; opened < Streams; opened += AtOnce)
        {
            for (var i = 0; i < AtOnce; i++)
            {
                await Socket.OpenAsync(Guid.NewGuid(), "count", """{"to":1}""");
            }

            var frames = new Dictionary<string, int>();
            for (var i = 0; i < 3 * AtOnce; i++)
            {
                var type = JsonNode.Parse((await Socket.ReceiveAsync())!)!["type"]!.GetValue<string>();
                frames[type] = frames.GetValueOrDefault(type) + 1;
            }

            Assert.Equal((AtOnce, AtOnce, AtOnce), (frames["omsr"], frames["msm"], frames["cmsc"]));
        }

        await Eventually.IsTrueAsync(() => Sockets is { SocketCount: 1, CallCount: 0 } && Host.Probe is { OpenSessions: 0, ClosedSessions: Streams });

        // What ran last may still lie in a local of a pool thread; whatever grows with the number of streams is a leak.
        await Eventually.IsTrueAsync(() =>
        {
            GC.Collect();
            return Host.Probe.LivingSessions < AtOnce;
        });
        await Socket.CloseAsync();
        await Eventually.IsTrueAsync(() => Sockets.SocketCount == 0);
    }

    [Fact]
    public async Task Stopping_cancels_the_calls_and_says_that_the_server_goes()
    {
        await Socket.OpenAsync(Call, "silent");
        await Socket.ExpectAsync(Frame("omsr", Call, "silent", ",\"res\":\"success\""));
        await Host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);
        var stopping = Host.StopAsync();
        await Socket.ExpectAsync(Frame("cmsc", Call, "silent", ",\"cr\":\"error\""));
        Assert.Null(await Socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, Socket.CloseStatus);
        await Socket.CloseAsync();
        await stopping.WaitAsync(TestHost.Patience);
        Assert.Equal(0, Host.Probe.OpenSessions);
    }

    [Fact]
    public async Task Silent_clients_are_asked_three_times_and_then_dropped()
    {
        var time = new FakeTime();
        await using var host = await TestHost.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        using var socket = await ConnectAsync(host);
        var sockets = host.Services.GetRequiredService<StreamSockets>();
        await Eventually.IsTrueAsync(() => sockets.SocketCount == 1);
        await socket.SendAsync("""{"type":"ping"}""");
        await socket.ExpectAsync("""{"type":"pong"}""");
        for (var i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await socket.ExpectAsync("""{"type":"ping"}""");
        }

        time.Advance(TimeSpan.FromSeconds(30));
        await Eventually.IsTrueAsync(() => sockets.SocketCount == 0);
    }
}
