using System.Buffers;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol.Streams;

/// <summary>Writes frames, one JSON document each, at the end of a buffer.</summary>
public static class StreamFrameWriter
{
    // A frame that is no frame is sent back for people to read, so its beginning is enough.
    private const int LongestOffendingText = 1000;

    /// <summary>Writes <c>{"type":"ping"}</c>.</summary>
    public static void WritePing(PodJsonBuffer buffer) => buffer.Write("{\"type\":\"ping\"}"u8);

    /// <summary>Writes <c>{"type":"pong"}</c>.</summary>
    public static void WritePong(PodJsonBuffer buffer) => buffer.Write("{\"type\":\"pong\"}"u8);

    /// <summary>Writes the opening of a call.</summary>
    public static void WriteOpen(
        PodJsonBuffer buffer, StreamAddress address, ReadOnlySpan<byte> arguments, IEnumerable<string> inputs, string? authorization, string? traceParent)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var writer = Begin(buffer, StreamFrameType.Open, address);
        writer.WriteString("args"u8, arguments);
        writer.WriteStartArray("is"u8);
        foreach (var input in inputs)
        {
            writer.WriteStringValue(input);
        }

        writer.WriteEndArray();
        WriteOptional(writer, "auth"u8, authorization);
        WriteOptional(writer, "traceparent"u8, traceParent);
        End(writer);
    }

    /// <summary>Writes the answer to an opening.</summary>
    public static void WriteOpenResult(PodJsonBuffer buffer, StreamAddress address, StreamOpenResult result)
    {
        var writer = Begin(buffer, StreamFrameType.OpenResult, address);
        writer.WriteString("res"u8, StreamFrameNames.Of(result));
        End(writer);
    }

    /// <summary>Writes an item of the result stream, or of the input stream <paramref name="parameter"/>.</summary>
    public static void WriteItem<T>(PodJsonBuffer buffer, StreamAddress address, string? parameter, JsonCodec<T> codec, T item)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(codec);
        if (parameter is null)
        {
            buffer.NextDocument();
            buffer.Write(address.ResultPrefixOf(codec.WireNameOf(item)));
            codec.Write(buffer.Writer, item, JsonAudience.Visible);
            buffer.Writer.Flush();
            buffer.Write("}}}"u8);
            return;
        }

        var writer = Begin(buffer, StreamFrameType.Item, address);
        writer.WriteString("p"u8, parameter);
        writer.WritePropertyName("o"u8);
        PodJson.WriteTagged(writer, codec, item);
        End(writer);
    }

    /// <summary>Writes a model exception, of the method or of the input stream <paramref name="parameter"/>.</summary>
    public static void WriteFailure(PodJsonBuffer buffer, StreamAddress address, string? parameter, IPodModel exception)
    {
        var writer = Begin(buffer, StreamFrameType.Failure, address);
        WriteOptional(writer, "p"u8, parameter);
        writer.WritePropertyName("ex"u8);
        PodJson.WriteTagged(writer, exception, JsonAudience.Visible);
        End(writer);
    }

    /// <summary>Writes the end of the result stream, or of the input stream <paramref name="parameter"/>.</summary>
    public static void WriteClose(PodJsonBuffer buffer, StreamAddress address, string? parameter, StreamCloseReason reason)
    {
        var writer = Begin(buffer, StreamFrameType.Close, address);
        WriteOptional(writer, "p"u8, parameter);
        writer.WriteString("cr"u8, StreamFrameNames.Of(reason));
        End(writer);
    }

    /// <summary>Writes the report that a text was no frame.</summary>
    public static void WriteBadFrame(PodJsonBuffer buffer, string offending)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(offending);
        var writer = BeginFrame(buffer, StreamFrameType.BadFrame);
        writer.WriteString("req"u8, offending.Length > LongestOffendingText ? offending.AsSpan(0, LongestOffendingText) : offending);
        End(writer);
    }

    private static Utf8JsonWriter Begin(PodJsonBuffer buffer, StreamFrameType type, StreamAddress address)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(address);
        var writer = BeginFrame(buffer, type);
        writer.WriteString("en"u8, address.Endpoint);
        writer.WriteString("m"u8, address.Method);
        writer.WriteString("cid"u8, address.CallId);
        return writer;
    }

    private static Utf8JsonWriter BeginFrame(PodJsonBuffer buffer, StreamFrameType type)
    {
        buffer.NextDocument();
        buffer.Writer.WriteStartObject();
        buffer.Writer.WriteString("type"u8, StreamFrameNames.Of(type));
        buffer.Writer.WriteStartObject("data"u8);
        return buffer.Writer;
    }

    private static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
