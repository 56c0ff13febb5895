using System.Text;
using Pod.Protocol.Serialization;
using Pod.Protocol.Streams;
using Pod.Protocol.Tests.Model;

namespace Pod.Protocol.Tests;

public sealed class StreamFrameTests
{
    private const string Id = "9b2f1a1c-0000-4000-8000-0123456789ab";
    private const string Where = $"\"en\":\"chat\",\"m\":\"watch\",\"cid\":\"{Id}\"";

    private static readonly StreamAddress Address = new("chat", "watch", Guid.Parse(Id));

    [Fact]
    public void Frames_have_the_exact_forms_of_the_wire()
    {
        Assert.Equal("""{"type":"ping"}""", Write(StreamFrameWriter.WritePing));
        Assert.Equal("""{"type":"pong"}""", Write(StreamFrameWriter.WritePong));
        Assert.Equal($$$$$"""{"type":"omsc","data":{{{{{{Where}}}}},"args":"{\"room\":1}","is":["input"],"auth":"Bearer x"}}""",
            Write(b => StreamFrameWriter.WriteOpen(b, Address, "{\"room\":1}"u8, ["input"], "Bearer x", null)));
        Assert.Equal($$$$$"""{"type":"omsc","data":{{{{{{Where}}}}},"args":"{}","is":[],"traceparent":"00"}}""",
            Write(b => StreamFrameWriter.WriteOpen(b, Address, "{}"u8, [], null, "00")));
        Assert.Equal($$$$$"""{"type":"omsr","data":{{{{{{Where}}}}},"res":"endpointNotFound"}}""",
            Write(b => StreamFrameWriter.WriteOpenResult(b, Address, StreamOpenResult.EndpointNotFound)));
        Assert.Equal($$$$$"""{"type":"msm","data":{{{{{{Where}}}}},"o":{"className":"String","data":"hi"}}}""",
            Write(b => StreamFrameWriter.WriteItem(b, Address, null, PodJson.String, "hi")));
        Assert.Equal($$$$$"""{"type":"msm","data":{{{{{{Where}}}}},"p":"input","o":{"className":"null","data":null}}}""",
            Write(b => StreamFrameWriter.WriteItem(b, Address, "input", PodJson.OrNull(PodJson.String), null)));
        Assert.Equal($$$$$"""{"type":"msse","data":{{{{{{Where}}}}},"ex":{"className":"OutOfStock","data":{"__className__":"OutOfStock","article":"A","left":1}}}}""",
            Write(b => StreamFrameWriter.WriteFailure(b, Address, null, new OutOfStock { Article = "A", Left = 1 })));
        Assert.Equal($$$$$"""{"type":"cmsc","data":{{{{{{Where}}}}},"p":"input","cr":"done"}}""",
            Write(b => StreamFrameWriter.WriteClose(b, Address, "input", StreamCloseReason.Done)));
        Assert.Equal("""{"type":"brm","data":{"req":"x\"y"}}""", Write(b => StreamFrameWriter.WriteBadFrame(b, "x\"y")));
    }

    [Fact]
    public void Several_frames_can_follow_each_other_in_one_buffer()
    {
        using var buffer = PodJsonBuffer.Rent();
        StreamFrameWriter.WriteItem(buffer, Address, null, PodJson.Int32, 1);
        var length = buffer.WrittenMemory.Length;
        StreamFrameWriter.WriteItem(buffer, Address, null, PodJson.Int32, 2);
        Assert.Equal(length * 2, buffer.WrittenMemory.Length);
        Assert.Throws<ArgumentException>(() => StreamFrameWriter.WriteItem(buffer, Address, null, PodJson.Double, double.NaN));
        buffer.Truncate(length);
        StreamFrameWriter.WritePong(buffer);
        Assert.EndsWith("}}}{\"type\":\"pong\"}", Encoding.UTF8.GetString(buffer.WrittenMemory.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        var open = Read(Write(b => StreamFrameWriter.WriteOpen(b, Address, "{\"room\":\"ü\"}"u8, ["a", "b"], "Bearer x", "00")));
        Assert.Equal(StreamFrameType.Open, open.Type);
        Assert.Equal(Address.CallId, open.CallId);
        Assert.Equal("{\"room\":\"ü\"}", Encoding.UTF8.GetString(open.Payload.Span));
        Assert.Equal(["a", "b"], open.Inputs);
        Assert.Equal(("Bearer x", "00"), (open.Authorization, open.TraceParent));
        Assert.Equal("watch", open.ToAddress().Method);

        var item = Read(Write(b => StreamFrameWriter.WriteItem(b, Address, "a", PodJson.String, "hi")));
        Assert.Equal((StreamFrameType.Item, "a"), (item.Type, item.Parameter));
        Assert.Equal("""{"className":"String","data":"hi"}""", Encoding.UTF8.GetString(item.Payload.Span));

        Assert.Equal(StreamCloseReason.Error, Read(Write(b => StreamFrameWriter.WriteClose(b, Address, null, StreamCloseReason.Error))).CloseReason);
        Assert.Equal(StreamOpenResult.InvalidArguments, Read(Write(b => StreamFrameWriter.WriteOpenResult(b, Address, StreamOpenResult.InvalidArguments))).OpenResult);
        Assert.Equal("bad", Encoding.UTF8.GetString(Read(Write(b => StreamFrameWriter.WriteBadFrame(b, "bad"))).Payload.Span));
    }

    [Fact]
    public void Absent_inputs_are_none_and_unknown_members_are_ignored()
    {
        var open = Read($$$$$"""{"data":{"x":{"y":[1]},{{{{{Where}}}}},"args":"{}","auth":null,"is":null},"z":1,"type":"omsc"}""");
        Assert.Empty(open.Inputs);
        Assert.Null(open.Authorization);
        Assert.Equal(StreamFrameType.Ping, Read("""{"type":"ping","data":null}""").Type);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(",\"am\":null", null)]
    [InlineData(",\"am\":\"cookie\"", StreamCookieMode.Credentials)]
    [InlineData(",\"am\":\"cookie-transport\"", StreamCookieMode.Transport)]
    public void Openings_say_what_cookies_are_to_them(string member, StreamCookieMode? mode)
        => Assert.Equal(mode, Read($$$$$"""{"type":"omsc","data":{{{{{{Where}}}}},"args":"{}"{{{{{member}}}}}}}""").CookieMode);

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"nope"}""")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"ping"} {}""")]
    [InlineData("""{"type":"msm"}""")]
    [InlineData("""{"type":"msm","data":{"en":"a","m":"b","cid":"no uuid","o":1}}""")]
    [InlineData("""{"type":"msm","data":{"en":"a","m":"b","o":1}}""")]
    [InlineData("""{"type":"cmsc","data":{"en":"a","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","cr":"maybe"}}""")]
    [InlineData("""{"type":"omsc","data":{"en":"a","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","args":{}}}""")]
    [InlineData("""{"type":"omsc","data":{"en":"a","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","args":"{}","is":[1]}}""")]
    [InlineData("""{"type":"omsc","data":{"en":"a","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","args":"{}","auth":1}}""")]
    [InlineData("""{"type":"omsc","data":{"en":"a","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","args":"{}","am":true}}""")]
    [InlineData("""{"type":"omsc","data":{"en":"a","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","args":"{}","am":"Cookie"}}""")]
    [InlineData("""{"type":"omsc","data":{"en":"\ud800","m":"b","cid":"9b2f1a1c-0000-4000-8000-0123456789ab","args":"{}"}}""")]
    public void What_is_no_frame_is_recognised(string text) => Assert.False(StreamFrame.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Bad_frames_are_reported_with_their_first_1000_characters()
    {
        var text = new string('x', 999) + "😀" + new string('y', 5000);
        var report = Read(Write(b => StreamFrameWriter.WriteBadFrame(b, text)));
        Assert.Equal(1000, Encoding.UTF8.GetString(report.Payload.Span).Length);
    }

    [Fact]
    public void Random_bytes_never_break_the_reader()
    {
        var random = new Random(11);
        var original = Encoding.UTF8.GetBytes($$$$$"""{"type":"msm","data":{{{{{{Where}}}}},"p":"input","o":{"className":"String","data":"hi"}}}""");
        for (var round = 0; round < 20_000; round++)
        {
            var frame = (byte[])original.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                frame[random.Next(frame.Length)] = (byte)random.Next(256);
            }

            StreamFrame.TryRead(frame.AsMemory(0, random.Next(frame.Length - 10, frame.Length + 1)), out _);
        }
    }

    private static string Write(Action<PodJsonBuffer> write)
    {
        using var buffer = PodJsonBuffer.Rent();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenMemory.Span);
    }

    private static StreamFrame Read(string text)
    {
        Assert.True(StreamFrame.TryRead(Encoding.UTF8.GetBytes(text), out var frame));
        return frame;
    }
}
