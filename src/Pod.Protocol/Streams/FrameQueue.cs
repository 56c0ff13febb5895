using System.Buffers;

namespace Pod.Protocol.Streams;

/// <summary>Frames that wait to leave, one behind the other in one pooled array.</summary>
internal sealed class FrameQueue
{
    private const int LargestKept = 64 * 1024;

    private readonly List<(FrameLane Lane, int Length)> _frames = [];
    private byte[] _bytes = [];
    private int _length;

    public int Count => _frames.Count;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public (FrameLane Lane, int Length) this[int index] => _frames[index];

    public void Add(FrameLane lane, ReadOnlySpan<byte> frame)
    {
        if (_bytes.Length - _length < frame.Length)
        {
            Grow(_length + frame.Length);
        }

        frame.CopyTo(_bytes.AsSpan(_length));
        _length += frame.Length;
        _frames.Add((lane, frame.Length));
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
