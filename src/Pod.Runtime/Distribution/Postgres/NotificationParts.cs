using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Pod.Runtime.Distribution.Postgres;

/// <summary>
/// A frame as payloads of <c>NOTIFY</c>, which takes less than 8000 bytes of text: base64, cut into parts. The parts of one statement arrive one after
/// the other.
/// </summary>
internal sealed class NotificationParts
{
    private const int PartLength = 7800;

    private readonly StringBuilder _text = new();
    private string? _id;
    private int _next;

    public static string[] Cut(string channel, ReadOnlySpan<byte> frame)
    {
        var name = Encoding.UTF8.GetBytes(channel);
        var bytes = new byte[sizeof(ushort) + name.Length + frame.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)name.Length);
        name.CopyTo(bytes.AsSpan(sizeof(ushort)));
        frame.CopyTo(bytes.AsSpan(sizeof(ushort) + name.Length));
        var text = Convert.ToBase64String(bytes);
        var count = (text.Length + PartLength - 1) / PartLength;
        var id = Guid.NewGuid().ToString("N");
        return [.. Enumerable.Range(0, count).Select(
            part => string.Create(CultureInfo.InvariantCulture, $"{id} {part} {count} {text.AsSpan(part * PartLength, Math.Min(PartLength, text.Length - (part * PartLength)))}"))];
    }

    /// <summary>Takes a payload; true when it completes a frame. What is no part of one, or whose beginning is missing, is left out.</summary>
    public bool TryAdd(string payload, out string channel, out ReadOnlyMemory<byte> frame)
    {
        (channel, frame) = ("", default);
        if (payload.Split(' ', 4) is not [var id, var part, var count, var text]
            || !int.TryParse(part, CultureInfo.InvariantCulture, out var number) || !int.TryParse(count, CultureInfo.InvariantCulture, out var parts))
        {
            return false;
        }

        if (number == 0)
        {
            (_id, _next) = (id, 0);
            _text.Clear();
        }

        if (id != _id || number != _next++)
        {
            _id = null;
            return false;
        }

        _text.Append(text);
        return _next == parts && TryDecode(out channel, out frame);
    }

    private bool TryDecode(out string channel, out ReadOnlyMemory<byte> frame)
    {
        (channel, frame) = ("", default);
        var bytes = new byte[_text.Length];
        if (!Convert.TryFromBase64String(_text.ToString(), bytes, out var length) || length < sizeof(ushort))
        {
            return false;
        }

        var frameAt = sizeof(ushort) + BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        if (frameAt > length)
        {
            return false;
        }

        channel = Encoding.UTF8.GetString(bytes, sizeof(ushort), frameAt - sizeof(ushort));
        frame = bytes.AsMemory(frameAt, length - frameAt);
        return true;
    }
}
