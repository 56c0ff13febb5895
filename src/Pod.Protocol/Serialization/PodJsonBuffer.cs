using System.Buffers;
using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>
/// A growing byte buffer from the array pool with a JSON writer on it. Rent one, write, use <see cref="WrittenMemory"/>, dispose: buffer and
/// writer are used again. Not safe for several threads at once.
/// </summary>
public sealed class PodJsonBuffer : IBufferWriter<byte>, IDisposable
{
    private const int SmallestSize = 1024;

    // A buffer that once held a large document does not keep that memory.
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static PodJsonBuffer? _kept;

    private byte[] _bytes = [];
    private int _length;

    private PodJsonBuffer() => Writer = new Utf8JsonWriter(this, PodJson.WriterOptions);

    /// <summary>The JSON writer; call its <c>Flush</c> (or read <see cref="WrittenMemory"/>, which does) when the document is complete.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>What has been written so far. Valid until the buffer is written to again or disposed.</summary>
    public ReadOnlyMemory<byte> WrittenMemory
    {
        get
        {
            Writer.Flush();
            return _bytes.AsMemory(0, _length);
        }
    }

    /// <summary>Takes an empty buffer from this thread's store, or makes one.</summary>
    public static PodJsonBuffer Rent()
    {
        var buffer = _kept ?? new PodJsonBuffer();
        _kept = null;
        return buffer;
    }

    /// <summary>Starts another JSON document behind what has been written.</summary>
    public void NextDocument()
    {
        if (Writer.BytesCommitted + Writer.BytesPending > 0)
        {
            Writer.Flush();
            Writer.Reset(this);
        }
    }

    /// <summary>Cuts the buffer back to a length it had before, throwing away a document that could not be finished.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _length);
        Writer.Reset(this);
        _length = length;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - _length);
        _length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        Writer.Reset(this);
        _length = 0;
        if (_bytes.Length > LargestKept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }

        _kept = this;
    }

    private void Reserve(int sizeHint)
    {
        var wanted = Math.Max(sizeHint, 256);
        if (_bytes.Length - _length >= wanted)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(SmallestSize, Math.Max(_bytes.Length * 2, _length + wanted)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
