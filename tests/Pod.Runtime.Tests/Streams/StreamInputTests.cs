using static Pod.Runtime.Tests.RawSocket;

namespace Pod.Runtime.Tests.Streams;

/// <summary>Streams from the client to the method.</summary>
public sealed class StreamInputTests : StreamTestBase
{
    [Fact]
    public async Task Inputs_arrive_and_the_result_of_a_task_is_one_item()
    {
        await Socket.OpenAsync(Call, "sum", inputs: "[\"numbers\"]");
        await Socket.ExpectAsync(Frame("omsr", Call, "sum", ",\"res\":\"success\""));
        await Socket.SendAsync(Frame("msm", Call, "sum", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":2}"));
        await Socket.SendAsync(Frame("msm", Call, "sum", ",\"p\":\"numbers\",\"o\":{\"data\":3,\"className\":\"int\"}"));
        await Socket.SendAsync(Frame("cmsc", Call, "sum", ",\"p\":\"numbers\",\"cr\":\"done\""));
        await Socket.ExpectAsync(
            Frame("msm", Call, "sum", ",\"o\":{\"className\":\"int\",\"data\":5}"),
            Frame("cmsc", Call, "sum", ",\"cr\":\"done\""));
    }

    [Theory]
    [InlineData("cmsc", ",\"p\":\"numbers\",\"cr\":\"error\"", "closed")]
    [InlineData("msse", ",\"p\":\"numbers\",\"ex\":{\"className\":\"ChannelNotFound\",\"data\":{\"channelId\":9}}", "declared 9")]
    [InlineData("msse", ",\"p\":\"numbers\",\"ex\":{\"className\":\"Unknown\",\"data\":{}}", "closed")]
    [InlineData("msm", ",\"p\":\"numbers\",\"o\":{\"className\":\"String\",\"data\":\"x\"}", "closed")]
    public async Task Inputs_can_fail(string type, string rest, string outcome)
    {
        await Socket.OpenAsync(Call, "readOutcome", inputs: "[\"numbers\"]");
        await Socket.ExpectAsync(Frame("omsr", Call, "readOutcome", ",\"res\":\"success\""));
        await Socket.SendAsync(Frame(type, Call, "readOutcome", rest));
        if (type == "msse")
        {
            await Socket.SendAsync(Frame("cmsc", Call, "readOutcome", ",\"p\":\"numbers\",\"cr\":\"error\""));
        }

        var next = await Socket.ReceiveAsync();
        if (type == "msm")
        {
            Assert.Equal(Frame("cmsc", Call, "readOutcome", ",\"p\":\"numbers\",\"cr\":\"error\""), next);
            next = await Socket.ReceiveAsync();
        }

        Assert.Equal(Frame("msm", Call, "readOutcome", $",\"o\":{{\"className\":\"String\",\"data\":\"{outcome}\"}}"), next);
        await Socket.ExpectAsync(Frame("cmsc", Call, "readOutcome", ",\"cr\":\"done\""));
    }

    [Fact]
    public async Task A_method_that_stops_reading_closes_the_input_and_later_items_are_dropped()
    {
        await Socket.OpenAsync(Call, "takeTwo", inputs: "[\"numbers\"]");
        for (var i = 1; i <= 4; i++)
        {
            await Socket.SendAsync(Frame("msm", Call, "takeTwo", $",\"p\":\"numbers\",\"o\":{{\"className\":\"int\",\"data\":{i}}}"));
        }

        await Socket.ExpectAsync(
            Frame("omsr", Call, "takeTwo", ",\"res\":\"success\""),
            Frame("msm", Call, "takeTwo", ",\"o\":{\"className\":\"int\",\"data\":1}"),
            Frame("msm", Call, "takeTwo", ",\"o\":{\"className\":\"int\",\"data\":2}"),
            Frame("cmsc", Call, "takeTwo", ",\"p\":\"numbers\",\"cr\":\"done\""));
        await Socket.SendAsync(Frame("msm", Call, "takeTwo", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":5}"));
        Host.Probe.Signal("finish");
        await Socket.ExpectAsync(
            Frame("msm", Call, "takeTwo", ",\"o\":{\"className\":\"int\",\"data\":-1}"),
            Frame("cmsc", Call, "takeTwo", ",\"cr\":\"done\""));
    }

    [Fact]
    public async Task Items_for_unknown_calls_and_inputs_are_answered()
    {
        await Socket.SendAsync(Frame("msm", Call, "sum", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":2}"));
        await Socket.ExpectAsync(Frame("cmsc", Call, "sum", ",\"p\":\"numbers\",\"cr\":\"error\""));
        await Socket.OpenAsync(Call, "sum", inputs: "[\"numbers\"]");
        await Socket.ExpectAsync(Frame("omsr", Call, "sum", ",\"res\":\"success\""));
        await Socket.SendAsync(Frame("msm", Call, "sum", ",\"p\":\"other\",\"o\":{\"className\":\"int\",\"data\":2}"));
        await Socket.ExpectAsync(Frame("cmsc", Call, "sum", ",\"p\":\"other\",\"cr\":\"error\""));
    }

    [Fact]
    public async Task An_input_that_nobody_reads_ends_after_256_items()
    {
        await Socket.OpenAsync(Call, "consume", """{"gate":"never"}""", "[\"numbers\"]");
        await Socket.ExpectAsync(Frame("omsr", Call, "consume", ",\"res\":\"success\""));
        for (var i = 0; i < 257; i++)
        {
            await Socket.SendAsync(Frame("msm", Call, "consume", ",\"p\":\"numbers\",\"o\":{\"className\":\"int\",\"data\":2}"));
        }

        await Socket.ExpectAsync(Frame("cmsc", Call, "consume", ",\"p\":\"numbers\",\"cr\":\"error\""));
    }
}
