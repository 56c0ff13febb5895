using System.Net.WebSockets;
using System.Text;
using ChatApp;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Messages;
using Pod.Runtime.Streams;
using static Pod.Runtime.Tests.RawSocket;

namespace Pod.Runtime.Tests;

public sealed class StreamSocketTests : IAsyncLifetime
{
    private readonly Guid _call = Guid.NewGuid();
    private TestHost _host = null!;
    private RawSocket _socket = null!;

    private StreamSockets Sockets => _host.Services.GetRequiredService<StreamSockets>();

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _socket = await ConnectAsync(_host);
    }

    public async Task DisposeAsync()
    {
        _socket.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_is_opened_sends_its_items_and_closes()
    {
        await _socket.OpenAsync(_call, "count", """{"to":2}""");
        await _socket.ExpectAsync(
            Frame("omsr", _call, "count", ",\"res\":\"success\""),
            Frame("msm", _call, "count", ",\"o\":{\"className\":\"int\",\"data\":1}"),
            Frame("msm", _call, "count", ",\"o\":{\"className\":\"int\",\"data\":2}"),
            Frame("cmsc", _call, "count", ",\"cr\":\"done\""));
        await Eventually.IsTrueAsync(() => Sockets.CallCount == 0 && _host.Probe is { OpenSessions: 0, ClosedSessions: 1 });
    }

    [Fact]
    public async Task Binary_frames_are_taken_like_texts()
    {
        await _socket.SendAsync(Encoding.UTF8.GetBytes("""{"type":"ping"}"""), WebSocketMessageType.Binary);
        await _socket.ExpectAsync("""{"type":"pong"}""");
    }

    [Theory]
    [InlineData("nope", "count", "{}", "endpointNotFound")]
    [InlineData("probe", "nope", "{}", "endpointNotFound")]
    [InlineData("probe", "echo", "{}", "endpointNotFound")]
    [InlineData("probe", "count", "{}", "invalidArguments")]
    [InlineData("probe", "count", """{"to":"x"}""", "invalidArguments")]
    [InlineData("probe", "count", "[]", "invalidArguments")]
    [InlineData("probe", "count", "{", "invalidArguments")]
    [InlineData("probe", "sum", "{}", "invalidArguments")]
    public async Task Openings_that_do_not_fit_are_refused(string endpoint, string method, string arguments, string result)
    {
        await _socket.OpenAsync(_call, method, arguments, endpoint: endpoint);
        await _socket.ExpectAsync(Frame("omsr", _call, method, $",\"res\":\"{result}\"", endpoint));
        await Eventually.IsTrueAsync(() => Sockets.CallCount == 0);
        await _socket.SendAsync("""{"type":"ping"}""");
        await _socket.ExpectAsync("""{"type":"pong"}""");
    }

    [Fact]
    public async Task Failures_end_the_stream_and_only_declared_ones_are_told()
    {
        await _socket.OpenAsync(_call, "failAfter", """{"items":0,"declared":true}""");
        await _socket.ExpectAsync(
            Frame("omsr", _call, "failAfter", ",\"res\":\"success\""),
            Frame("msse", _call, "failAfter",
                ",\"ex\":{\"className\":\"ChannelNotFound\",\"data\":{\"__className__\":\"ChannelNotFound\",\"channelId\":0}}"),
            Frame("cmsc", _call, "failAfter", ",\"cr\":\"error\""));
        await _socket.OpenAsync(_call, "failAfter", """{"items":0,"declared":false}""");
        await _socket.ExpectAsync(
            Frame("omsr", _call, "failAfter", ",\"res\":\"success\""),
            Frame("cmsc", _call, "failAfter", ",\"cr\":\"error\""));
    }

    [Fact]
    public async Task A_client_that_stops_listening_ends_the_method()
    {
        await _socket.OpenAsync(_call, "silent");
        await _socket.ExpectAsync(Frame("omsr", _call, "silent", ",\"res\":\"success\""));
        await _host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);
        await _socket.SendAsync(Frame("cmsc", _call, "silent", ",\"cr\":\"done\""));
        await _host.Probe.WaitAsync("silent ended").WaitAsync(TestHost.Patience);
        await Eventually.IsTrueAsync(() => Sockets.CallCount == 0 && _host.Probe.OpenSessions == 0);
        await _socket.SendAsync("""{"type":"ping"}""");
        await _socket.ExpectAsync("""{"type":"pong"}""");
    }

    [Fact]
    public async Task Inputs_arrive_and_the_result_of_a_task_is_one_item()
    {
        await _socket.OpenAsync(_call, "sum", inputs: "[\"numbers\"]");
        await _socket.ExpectAsync(Frame("omsr", _call, "sum", ",\"res\":\"success\""));
        await _socket.SendAsync(Frame("msm", _call, "sum", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":2}"));
        await _socket.SendAsync(Frame("msm", _call, "sum", ",\"p\":\"numbers\",\"o\":{\"data\":3,\"className\":\"int\"}"));
        await _socket.SendAsync(Frame("cmsc", _call, "sum", ",\"p\":\"numbers\",\"cr\":\"done\""));
        await _socket.ExpectAsync(
            Frame("msm", _call, "sum", ",\"o\":{\"className\":\"int\",\"data\":5}"),
            Frame("cmsc", _call, "sum", ",\"cr\":\"done\""));
    }

    [Theory]
    [InlineData("cmsc", ",\"p\":\"numbers\",\"cr\":\"error\"", "closed")]
    [InlineData("msse", ",\"p\":\"numbers\",\"ex\":{\"className\":\"ChannelNotFound\",\"data\":{\"channelId\":9}}", "declared 9")]
    [InlineData("msse", ",\"p\":\"numbers\",\"ex\":{\"className\":\"Unknown\",\"data\":{}}", "closed")]
    [InlineData("msm", ",\"p\":\"numbers\",\"o\":{\"className\":\"String\",\"data\":\"x\"}", "closed")]
    public async Task Inputs_can_fail(string type, string rest, string outcome)
    {
        await _socket.OpenAsync(_call, "readOutcome", inputs: "[\"numbers\"]");
        await _socket.ExpectAsync(Frame("omsr", _call, "readOutcome", ",\"res\":\"success\""));
        await _socket.SendAsync(Frame(type, _call, "readOutcome", rest));
        if (type == "msse")
        {
            await _socket.SendAsync(Frame("cmsc", _call, "readOutcome", ",\"p\":\"numbers\",\"cr\":\"error\""));
        }

        var next = await _socket.ReceiveAsync();
        if (type == "msm")
        {
            Assert.Equal(Frame("cmsc", _call, "readOutcome", ",\"p\":\"numbers\",\"cr\":\"error\""), next);
            next = await _socket.ReceiveAsync();
        }

        Assert.Equal(Frame("msm", _call, "readOutcome", $",\"o\":{{\"className\":\"String\",\"data\":\"{outcome}\"}}"), next);
        await _socket.ExpectAsync(Frame("cmsc", _call, "readOutcome", ",\"cr\":\"done\""));
    }

    [Fact]
    public async Task A_method_that_stops_reading_closes_the_input_and_later_items_are_dropped()
    {
        await _socket.OpenAsync(_call, "takeTwo", inputs: "[\"numbers\"]");
        for (var i = 1; i <= 4; i++)
        {
            await _socket.SendAsync(Frame("msm", _call, "takeTwo", $",\"p\":\"numbers\",\"o\":{{\"className\":\"int\",\"data\":{i}}}"));
        }

        await _socket.ExpectAsync(
            Frame("omsr", _call, "takeTwo", ",\"res\":\"success\""),
            Frame("msm", _call, "takeTwo", ",\"o\":{\"className\":\"int\",\"data\":1}"),
            Frame("msm", _call, "takeTwo", ",\"o\":{\"className\":\"int\",\"data\":2}"),
            Frame("cmsc", _call, "takeTwo", ",\"p\":\"numbers\",\"cr\":\"done\""));
        await _socket.SendAsync(Frame("msm", _call, "takeTwo", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":5}"));
        _host.Probe.Signal("finish");
        await _socket.ExpectAsync(
            Frame("msm", _call, "takeTwo", ",\"o\":{\"className\":\"int\",\"data\":-1}"),
            Frame("cmsc", _call, "takeTwo", ",\"cr\":\"done\""));
    }

    [Fact]
    public async Task Items_for_unknown_calls_and_inputs_are_answered()
    {
        await _socket.SendAsync(Frame("msm", _call, "sum", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":2}"));
        await _socket.ExpectAsync(Frame("cmsc", _call, "sum", ",\"p\":\"numbers\",\"cr\":\"error\""));
        await _socket.OpenAsync(_call, "sum", inputs: "[\"numbers\"]");
        await _socket.ExpectAsync(Frame("omsr", _call, "sum", ",\"res\":\"success\""));
        await _socket.SendAsync(Frame("msm", _call, "sum", ",\"p\":\"other\",\"o\":{\"className\":\"int\",\"data\":2}"));
        await _socket.ExpectAsync(Frame("cmsc", _call, "sum", ",\"p\":\"other\",\"cr\":\"error\""));
    }

    [Fact]
    public async Task An_input_that_nobody_reads_ends_after_256_items()
    {
        await _socket.OpenAsync(_call, "consume", """{"gate":"never"}""", "[\"numbers\"]");
        await _socket.ExpectAsync(Frame("omsr", _call, "consume", ",\"res\":\"success\""));
        for (var i = 0; i < 257; i++)
        {
            await _socket.SendAsync(Frame("msm", _call, "consume", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":2}"));
        }

        await _socket.ExpectAsync(Frame("cmsc", _call, "consume", ",\"p\":\"numbers\",\"cr\":\"error\""));
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
        await _socket.SendAsync(text);
        var report = Assert.IsType<string>(await _socket.ReceiveAsync());
        Assert.Equal(text, System.Text.Json.Nodes.JsonNode.Parse(report)!["data"]!["req"]!.GetValue<string>());
        Assert.Null(await _socket.ReceiveAsync());
        await _socket.CloseAsync();
        await Eventually.IsTrueAsync(() => Sockets.SocketCount == 0);
    }

    [Fact]
    public async Task A_call_id_that_is_open_is_a_bad_frame()
    {
        await _socket.OpenAsync(_call, "silent");
        await _socket.ExpectAsync(Frame("omsr", _call, "silent", ",\"res\":\"success\""));
        await _socket.OpenAsync(_call, "silent");
        Assert.StartsWith("""{"type":"brm",""", await _socket.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Null(await ReceiveLastAsync());
        await _socket.CloseAsync();
        await Eventually.IsTrueAsync(() => Sockets.SocketCount == 0 && _host.Probe.OpenSessions == 0);
    }

    [Fact]
    public async Task A_reported_bad_frame_closes_the_socket()
    {
        await _socket.SendAsync("""{"type":"brm","data":{"req":"x"}}""");
        Assert.Null(await _socket.ReceiveAsync());
    }

    [Fact]
    public async Task Frames_that_are_too_large_close_the_socket()
    {
        await _socket.SendAsync(new string(' ', 524_289));
        Assert.Null(await _socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, _socket.CloseStatus);
    }

    [Fact]
    public async Task The_number_of_calls_is_limited()
    {
        await using var host = await TestHost.StartAsync(static builder => builder.Configuration["Pod:Streams:MaxCallsPerSocket"] = "1");
        using var socket = await ConnectAsync(host);
        await socket.OpenAsync(_call, "silent");
        await socket.ExpectAsync(Frame("omsr", _call, "silent", ",\"res\":\"success\""));
        var other = Guid.NewGuid();
        await socket.OpenAsync(other, "silent");
        await socket.ExpectAsync(Frame("omsr", other, "silent", ",\"res\":\"invalidArguments\""));
    }

    [Fact]
    public async Task A_client_that_vanishes_leaves_nothing_behind()
    {
        for (var i = 0; i < 20; i++)
        {
            var call = Guid.NewGuid();
            await _socket.OpenAsync(call, i % 2 == 0 ? "silent" : "sum", inputs: "[\"numbers\"]");
            await _socket.ExpectAsync(Frame("omsr", call, i % 2 == 0 ? "silent" : "sum", ",\"res\":\"success\""));
        }

        await _socket.OpenAsync(_call, "watch", """{"channelId":1}""", endpoint: "message");
        await _host.Probe.WaitAsync("watching:1").WaitAsync(TestHost.Patience);
        _socket.Abort();
        await Eventually.IsTrueAsync(() => Sockets is { SocketCount: 0, CallCount: 0 } && _host.Probe.OpenSessions == 0);
        Assert.Equal(21, _host.Probe.ClosedSessions);
        Assert.Equal(0, _host.Services.GetRequiredService<LocalMessages>().ChannelCount);
    }

    [Fact]
    public async Task A_thousand_streams_come_and_go_without_a_trace()
    {
        for (var i = 0; i < 1000; i++)
        {
            var call = Guid.NewGuid();
            await _socket.OpenAsync(call, "count", """{"to":1}""");
            await _socket.ExpectAsync(
                Frame("omsr", call, "count", ",\"res\":\"success\""),
                Frame("msm", call, "count", ",\"o\":{\"className\":\"int\",\"data\":1}"),
                Frame("cmsc", call, "count", ",\"cr\":\"done\""));
        }

        await Eventually.IsTrueAsync(() => Sockets is { SocketCount: 1, CallCount: 0 } && _host.Probe is { OpenSessions: 0, ClosedSessions: 1000 });
        await _socket.CloseAsync();
        await Eventually.IsTrueAsync(() => Sockets.SocketCount == 0);
    }

    [Fact]
    public async Task Stopping_cancels_the_calls_and_says_that_the_server_goes()
    {
        await _socket.OpenAsync(_call, "silent");
        await _socket.ExpectAsync(Frame("omsr", _call, "silent", ",\"res\":\"success\""));
        await _host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);
        var stopping = _host.StopAsync();
        await _socket.ExpectAsync(Frame("cmsc", _call, "silent", ",\"cr\":\"error\""));
        Assert.Null(await _socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, _socket.CloseStatus);
        await _socket.CloseAsync();
        await stopping.WaitAsync(TestHost.Patience);
        Assert.Equal(0, _host.Probe.OpenSessions);
    }

    [Fact]
    public async Task A_slow_reader_slows_its_producer_and_nobody_else()
    {
        using var other = await ConnectAsync(_host);
        await _socket.OpenAsync(_call, "bulk", """{"size":10000}""");
        await Eventually.IsTrueAsync(() => _host.Probe.Produced > 0);

        // Nobody reads _socket. Its producer fills the transport's buffers and then stands still, while another client is served.
        await StandsStillAsync(() => _host.Probe.Produced);
        await other.OpenAsync(_call, "failAfter", """{"items":1,"declared":true}""");
        await other.ExpectAsync(Frame("omsr", _call, "failAfter", ",\"res\":\"success\""));
        Assert.InRange(_host.Probe.Produced, 1, 5000);
        _socket.Abort();
        await _host.Probe.WaitAsync("bulk ended").WaitAsync(TestHost.Patience);
    }

    [Fact]
    public async Task A_busy_stream_leaves_room_for_the_others_on_its_socket()
    {
        await _socket.OpenAsync(_call, "bulk", """{"size":1000}""");
        await _socket.ExpectAsync(Frame("omsr", _call, "bulk", ",\"res\":\"success\""));
        await _socket.ReceiveAsync();
        var other = Guid.NewGuid();
        await _socket.OpenAsync(other, "count", """{"to":3}""");
        var seen = 0;
        for (var frames = 0; seen < 5; frames++)
        {
            Assert.InRange(frames, 0, 20_000);
            seen += (await _socket.ReceiveAsync())!.Contains(other.ToString(), StringComparison.Ordinal) ? 1 : 0;
        }
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

    [Fact]
    public async Task A_client_that_reads_nothing_is_dropped_in_the_middle_of_a_write()
    {
        var time = new FakeTime();
        await using var host = await TestHost.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        using var socket = await ConnectAsync(host);
        await socket.OpenAsync(_call, "bulk", """{"size":10000}""");
        await Eventually.IsTrueAsync(() => host.Probe.Produced > 0);
        await StandsStillAsync(() => host.Probe.Produced);
        for (var i = 0; i < 4; i++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
        }

        await host.Probe.WaitAsync("bulk ended").WaitAsync(TestHost.Patience);
        await Eventually.IsTrueAsync(() => host.Services.GetRequiredService<StreamSockets>() is { SocketCount: 0, CallCount: 0 });
    }

    [Fact]
    public async Task Random_frames_never_break_the_server()
    {
        var random = new Random(5);
        var original = Encoding.UTF8.GetBytes(Frame("omsc", _call, "count", ",\"args\":\"{\\\"to\\\":1}\",\"is\":[]"));
        for (var round = 0; round < 200; round++)
        {
            using var socket = await ConnectAsync(_host);
            var frame = (byte[])original.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                frame[random.Next(frame.Length)] = (byte)random.Next(256);
            }

            await socket.SendAsync(frame, WebSocketMessageType.Binary);
            await socket.SendAsync("garbage");
            try
            {
                while (await socket.ReceiveAsync() is not null)
                {
                }
            }
            catch (WebSocketException)
            {
                // The server may also just hang up on what breaks the rules.
            }
        }

        await Eventually.IsTrueAsync(() => Sockets is { SocketCount: 1, CallCount: 0 } && _host.Probe.OpenSessions == 0);
    }

    [Fact]
    public async Task The_socket_needs_a_websocket()
    {
        using var response = await _host.Http.GetAsync(new Uri("/v1/websocket", UriKind.Relative));
        Assert.Equal(400, (int)response.StatusCode);
    }

    private static async Task StandsStillAsync(Func<long> value)
    {
        var before = -1L;
        using var patience = new CancellationTokenSource(TestHost.Patience);
        while (before != value())
        {
            before = value();
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
        }
    }

    private async Task<string?> ReceiveLastAsync()
    {
        while (await _socket.ReceiveAsync() is { } frame)
        {
            Assert.Contains("cmsc", frame, StringComparison.Ordinal);
        }

        return null;
    }
}
