using ChatApp.Server;
using static Pod.Runtime.Tests.RawSocket;

namespace Pod.Runtime.Tests.Streams;

/// <summary>Opening, answering and ending calls.</summary>
public sealed class StreamCallTests : StreamTestBase
{
    [Fact]
    public async Task A_stream_is_opened_sends_its_items_and_closes()
    {
        await Socket.OpenAsync(Call, "count", """{"to":2}""");
        await Socket.ExpectAsync(
            Frame("omsr", Call, "count", ",\"res\":\"success\""),
            Frame("msm", Call, "count", ",\"o\":{\"className\":\"int\",\"data\":1}"),
            Frame("msm", Call, "count", ",\"o\":{\"className\":\"int\",\"data\":2}"),
            Frame("cmsc", Call, "count", ",\"cr\":\"done\""));
        await Eventually.IsTrueAsync(() => Sockets.CallCount == 0 && Host.Probe is { OpenSessions: 0, ClosedSessions: 1 });
    }

    [Theory]
    [InlineData("nope", "count", "{}", "endpointNotFound")]
    [InlineData("probe", "nope", "{}", "endpointNotFound")]
    [InlineData("probe", "echo", "{}", "endpointNotFound")]
    [InlineData("probe", "count", "{}", "invalidArguments")]
    [InlineData("probe", "count", """{"to":"x"}""", "invalidArguments")]
    [InlineData("probe", "count", "[]", "invalidArguments")]
    [InlineData("probe", "count", "{", "invalidArguments")]
    [InlineData("probe", "count", """{"to":1e999}""", "invalidArguments")]
    [InlineData("probe", "count", """{"to":123456789012345678901234567890}""", "invalidArguments")]
    [InlineData("probe", "count", """{"to":1,"to":1}""", "invalidArguments")]
    [InlineData("probe", "sum", "{}", "invalidArguments")]
    public async Task Openings_that_do_not_fit_are_refused(string endpoint, string method, string arguments, string result)
    {
        await Socket.OpenAsync(Call, method, arguments, endpoint: endpoint);
        await Socket.ExpectAsync(Frame("omsr", Call, method, $",\"res\":\"{result}\"", endpoint));
        await Eventually.IsTrueAsync(() => Sockets.CallCount == 0);
        await Socket.SendAsync("""{"type":"ping"}""");
        await Socket.ExpectAsync("""{"type":"pong"}""");
    }

    [Fact]
    public Task Arguments_may_be_64_levels_deep()
        => Openings_that_do_not_fit_are_refused("probe", "count", $$"""{"to":1,"x":{{new string('[', 64)}}{{new string(']', 64)}}}""", "invalidArguments");

    [Fact]
    public async Task A_task_without_result_only_ends()
    {
        await Socket.OpenAsync(Call, "consume", """{"gate":"go"}""", "[\"numbers\"]");
        await Socket.ExpectAsync(Frame("omsr", Call, "consume", ",\"res\":\"success\""));
        Host.Probe.Signal("go");
        await Socket.SendAsync(Frame("cmsc", Call, "consume", ",\"p\":\"numbers\",\"cr\":\"done\""));
        await Socket.ExpectAsync(Frame("cmsc", Call, "consume", ",\"cr\":\"done\""));
    }

    [Fact]
    public async Task Failures_end_the_stream_and_only_declared_ones_are_told()
    {
        await Socket.OpenAsync(Call, "failAfter", """{"items":0,"declared":true}""");
        await Socket.ExpectAsync(
            Frame("omsr", Call, "failAfter", ",\"res\":\"success\""),
            Frame("msse", Call, "failAfter",
                ",\"ex\":{\"className\":\"ChannelNotFound\",\"data\":{\"__className__\":\"ChannelNotFound\",\"channelId\":0}}"),
            Frame("cmsc", Call, "failAfter", ",\"cr\":\"error\""));
        await Socket.OpenAsync(Call, "failAfter", """{"items":0,"declared":false}""");
        await Socket.ExpectAsync(
            Frame("omsr", Call, "failAfter", ",\"res\":\"success\""),
            Frame("cmsc", Call, "failAfter", ",\"cr\":\"error\""));
    }

    [Fact]
    public async Task A_client_that_stops_listening_ends_the_method()
    {
        await Socket.OpenAsync(Call, "silent");
        await Socket.ExpectAsync(Frame("omsr", Call, "silent", ",\"res\":\"success\""));
        await Host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);
        await Socket.SendAsync(Frame("cmsc", Call, "silent", ",\"cr\":\"done\""));
        await Host.Probe.WaitAsync("silent ended").WaitAsync(TestHost.Patience);
        await Eventually.IsTrueAsync(() => Sockets.CallCount == 0 && Host.Probe.OpenSessions == 0);
        await Socket.SendAsync("""{"type":"ping"}""");
        await Socket.ExpectAsync("""{"type":"pong"}""");
    }

    [Fact]
    public async Task A_busy_stream_leaves_room_for_the_others_on_its_socket()
    {
        await Socket.OpenAsync(Call, "bulk", """{"size":1000}""");
        await Socket.ExpectAsync(Frame("omsr", Call, "bulk", ",\"res\":\"success\""));
        await Socket.ReceiveAsync();
        var other = Guid.NewGuid();
        await Socket.OpenAsync(other, "count", """{"to":3}""");
        var seen = 0;
        for (var frames = 0; seen < 5; frames++)
        {
            Assert.InRange(frames, 0, 20_000);
            seen += (await Socket.ReceiveAsync())!.Contains(other.ToString(), StringComparison.Ordinal) ? 1 : 0;
        }
    }

    [Fact]
    public async Task The_number_of_calls_is_limited()
    {
        await using var host = await TestHost.StartAsync(static builder => builder.Configuration["Pod:Streams:MaxCallsPerSocket"] = "1");
        using var socket = await ConnectAsync(host);
        await socket.OpenAsync(Call, "silent");
        await socket.ExpectAsync(Frame("omsr", Call, "silent", ",\"res\":\"success\""));
        var other = Guid.NewGuid();
        await socket.OpenAsync(other, "silent");
        await socket.ExpectAsync(Frame("omsr", other, "silent", ",\"res\":\"invalidArguments\""));
    }

    [Fact]
    public async Task A_call_id_that_is_open_is_a_bad_frame()
    {
        await Socket.OpenAsync(Call, "silent");
        await Socket.ExpectAsync(Frame("omsr", Call, "silent", ",\"res\":\"success\""));
        await Socket.OpenAsync(Call, "silent");
        Assert.StartsWith("""{"type":"brm",""", await Socket.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Null(await ReceiveLastAsync());
        await Socket.CloseAsync();
        await Eventually.IsTrueAsync(() => Sockets.SocketCount == 0 && Host.Probe.OpenSessions == 0);
    }

    private async Task<string?> ReceiveLastAsync()
    {
        while (await Socket.ReceiveAsync() is { } frame)
        {
            Assert.Contains("cmsc", frame, StringComparison.Ordinal);
        }

        return null;
    }
}
