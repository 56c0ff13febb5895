using System.Buffers.Binary;

namespace Pod.Runtime.Sessions;

/// <summary>
/// Makes ids of sessions: UUIDs of version 7. They have to be unique and are no secret, so the operating system, which charges a system call for its
/// randomness, is not asked for each.
/// </summary>
internal static class NewSessionId
{
    private const int TimeLength = 6;

    public static Guid At(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes[TimeLength..]);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(time.ToUnixTimeMilliseconds() >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)time.ToUnixTimeMilliseconds());
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
