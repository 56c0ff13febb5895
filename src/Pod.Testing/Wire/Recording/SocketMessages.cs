using System.Buffers.Binary;
using System.Text;

namespace Pod.Testing.Wire;

/// <summary>Finds the text messages in one direction of a WebSocket (RFC 6455), however the bytes arrive. Control frames are left out.</summary>
internal sealed class SocketMessages(Action<string> found)
{
    private const int Text = 1;
    private const int FirstControl = 8;

    private readonly List<byte> _pending = [];
    private readonly List<byte> _message = [];
    private bool _isText;

    public void Add(ReadOnlyMemory<byte> bytes)
    {
        _pending.AddRange(bytes.Span);
        while (TryTakeFrame())
        {
        }
    }

    // Byte 0: end of message and kind; byte 1: masked and length, where 126 and 127 stand for two and eight bytes of length that follow.
    private bool TryTakeFrame()
    {
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending);
        if (bytes.Length < 2)
        {
            return false;
        }

        var lengthBytes = (bytes[1] & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 };
        var maskBytes = (bytes[1] & 0x80) != 0 ? 4 : 0;
        var header = 2 + lengthBytes + maskBytes;
        if (bytes.Length < header)
        {
            return false;
        }

        var length = lengthBytes switch
        {
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            8 => checked((int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..])),
            _ => bytes[1] & 0x7F,
        };
        if (bytes.Length < header + length)
        {
            return false;
        }

        var mask = bytes[(header - maskBytes)..header];
        var kind = bytes[0] & 0x0F;
        if (kind < FirstControl)
        {
            _isText = kind == 0 ? _isText : kind == Text;
            for (var i = 0; i < length; i++)
            {
                _message.Add((byte)(bytes[header + i] ^ (mask.Length == 0 ? 0 : mask[i % mask.Length])));
            }

            if ((bytes[0] & 0x80) != 0)
            {
                Finish();
            }
        }

        _pending.RemoveRange(0, header + length);
        return true;
    }

    private void Finish()
    {
        if (_isText)
        {
            found(Encoding.UTF8.GetString([.. _message]));
        }

        _message.Clear();
    }
}
