using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Pod.Protocol.Streams;

/// <summary>Frames that wait to leave, one behind the other in one pooled array; each with its header, if they are to leave in one piece.</summary>
internal sealed class FrameQueue(bool hasHeaders)
{
    private const int LongestHeader = 10;

    // A text message that ends with this frame.
    private const byte WholeText = 0x81;

    private const int LargestKept = 64 * 1024;

    private readonly List<(FrameLane Lane, int Length)> _frames = [];
    private byte[] _bytes = [];
    private int _length;

    public int Count => _frames.Count;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public (FrameLane Lane, int Length) this[int index] => _frames[index];

    public void Add(FrameLane lane, ReadOnlySpan<byte> frame)
    {
        if (_bytes.Length - _length < LongestHeader + frame.Length)
        {
            Grow(_length + LongestHeader + frame.Length);
        }

        if (hasHeaders)
        {
            AddHeader(frame.Length);
        }

        frame.CopyTo(_bytes.AsSpan(_length));
        _length += frame.Length;
        var last = CollectionsMarshal.AsSpan(_frames);
        if (hasHeaders && last.Length > 0 && last[^1].Lane == lane)
        {
            // They leave together, so nobody asks where one ends.
            last[^1].Length += frame.Length;
        }
        else
        {
            _frames.Add((lane, frame.Length));
        }
    }

    public void Clear()
    {
        _frames.Clear();
        _length = 0;
        if (_bytes.Length > LargestKept)
        {
            Release();
        }
    }

    // An idle socket keeps no memory for frames.
    public void Release()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    // RFC 6455, 5.2: how long the payload is, in the shortest of three forms.
    private void AddHeader(int length)
    {
        var header = _bytes.AsSpan(_length);
        header[0] = WholeText;
        if (length < 126)
        {
            header[1] = (byte)length;
            _length += 2;
        }
        else if (length <= ushort.MaxValue)
        {
            header[1] = 126;
            BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)length);
            _length += 4;
        }
        else
        {
            header[1] = 127;
            BinaryPrimitives.WriteUInt64BigEndian(header[2..], (ulong)length);
            _length += 10;
        }
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(size, _bytes.Length * 2));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
