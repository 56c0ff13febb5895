using System.Buffers.Binary;
using System.Text;
using Pod.Protocol;
using Pod.Protocol.Serialization;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>A message on its way to another server: who sends it, its number there, the trace that it belongs to, and its tagged JSON.</summary>
/// <param name="Origin">The sending server.</param>
/// <param name="Number">Rises with every message of that server.</param>
/// <param name="Trace">The <c>traceparent</c> of the sender; empty for none.</param>
/// <param name="Json">The message.</param>
internal readonly record struct MessageFrame(Guid Origin, long Number, string Trace, ReadOnlyMemory<byte> Json)
{
    private const byte Version = 1;
    private const int OriginAt = 1;
    private const int NumberAt = OriginAt + 16;
    private const int TraceLengthAt = NumberAt + sizeof(long);
    private const int TraceAt = TraceLengthAt + 1;

    /// <summary>Writes the tagged JSON of a message.</summary>
    public static byte[] Encode(IPodModel message)
    {
        using var buffer = PodJsonBuffer.Rent();
        PodJson.WriteTagged(buffer.Writer, message, JsonAudience.Everything);
        return buffer.WrittenMemory.ToArray();
    }

    public byte[] ToBytes()
    {
        var trace = Trace.Length <= byte.MaxValue ? Trace : "";
        var bytes = new byte[TraceAt + trace.Length + Json.Length];
        bytes[0] = Version;
        Origin.TryWriteBytes(bytes.AsSpan(OriginAt));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(NumberAt), Number);
        bytes[TraceLengthAt] = (byte)trace.Length;
        Encoding.ASCII.GetBytes(trace, bytes.AsSpan(TraceAt));
        Json.CopyTo(bytes.AsMemory(TraceAt + trace.Length));
        return bytes;
    }

    /// <summary>Reads a frame; false for what is none, such as one of a later version.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, out MessageFrame frame)
    {
        frame = default;
        var span = bytes.Span;
        if (span.Length < TraceAt || span[0] != Version || span.Length < TraceAt + span[TraceLengthAt])
        {
            return false;
        }

        var jsonAt = TraceAt + span[TraceLengthAt];
        frame = new MessageFrame(
            new Guid(span[OriginAt..NumberAt]), BinaryPrimitives.ReadInt64LittleEndian(span[NumberAt..]), Encoding.ASCII.GetString(span[TraceAt..jsonAt]), bytes[jsonAt..]);
        return true;
    }
}
