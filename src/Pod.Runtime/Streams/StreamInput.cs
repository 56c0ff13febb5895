using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Pod.Protocol;
using Pod.Protocol.Serialization;
using Pod.Protocol.Streams;

namespace Pod.Runtime.Streams;

/// <summary>
/// An input stream of a call: a bounded queue of items as they arrived. They are decoded by the method that reads them, so that one call's
/// large items do not hold up the socket.
/// </summary>
internal sealed class StreamInput(string name, int capacity, ModelRegistry models)
{
    private readonly Channel<ArraySegment<byte>> _items = Channel.CreateBounded<ArraySegment<byte>>(
        new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true });

    private Exception? _failure;
    private int _isEnded;
    private int _isRead;

    public string Name => name;

    /// <summary>Whether an item could not be decoded.</summary>
    public bool HasBadItem { get; private set; }

    /// <summary>Queues an item; false where that was one too many, which ends the stream.</summary>
    public bool TryAdd(ReadOnlySpan<byte> item)
    {
        if (_isEnded != 0)
        {
            return true;
        }

        var rented = ArrayPool<byte>.Shared.Rent(item.Length);
        item.CopyTo(rented);
        if (_items.Writer.TryWrite(new ArraySegment<byte>(rented, 0, item.Length)))
        {
            return true;
        }

        ArrayPool<byte>.Shared.Return(rented);
        return !TryEnd(new StreamClosedException(name, $"more than {capacity} items were waiting to be read."));
    }

    /// <summary>
    /// Waits a moment for the method to catch up when the queue is full. A client has no means to see how far the method is, so without this
    /// every burst of a fast client would end its input.
    /// </summary>
    public async ValueTask WaitForRoomAsync(TimeSpan patience, TimeProvider time)
    {
        if (_items.Reader.Count < capacity || _isEnded != 0)
        {
            return;
        }

        try
        {
            await _items.Writer.WaitToWriteAsync().AsTask().WaitAsync(patience, time).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or StreamClosedException or PodModelException)
        {
            // Still full, or ended meanwhile; adding the item finds out which.
        }
    }

    public void SetFailure(ReadOnlySpan<byte> taggedModel)
    {
        try
        {
            _failure = models.Decode(taggedModel, JsonAudience.Visible) as Exception;
        }
        catch (PodJsonException e)
        {
            _failure = new StreamClosedException(name, "it failed with an exception that is not known here.", e);
        }
    }

    public void End(StreamCloseReason reason)
        => TryEnd(reason == StreamCloseReason.Done ? null : _failure ?? new StreamClosedException(name, "the client reported an error."));

    /// <summary>Says that nobody reads any further; false where the stream has ended already.</summary>
    public bool TryStop() => TryEnd(null);

    public async IAsyncEnumerable<T> ReadAsync<T>(
        JsonCodec<T> codec, StreamCall call, CancellationToken callCancelled, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRead, 1) != 0)
        {
            throw new InvalidOperationException($"The input stream '{name}' can be enumerated only once.");
        }

        // Whoever waits for an input wants the call to be open first.
        call.Opened();
        using var linked = cancellationToken.CanBeCanceled && cancellationToken != callCancelled
            ? CancellationTokenSource.CreateLinkedTokenSource(callCancelled, cancellationToken)
            : null;
        var token = linked?.Token ?? callCancelled;
        try
        {
            while (await _items.Reader.WaitToReadAsync(token).ConfigureAwait(false))
            {
                while (_items.Reader.TryRead(out var item))
                {
                    yield return Decode(codec, item);
                }
            }
        }
        finally
        {
            call.StopInput(this);
        }
    }

    private T Decode<T>(JsonCodec<T> codec, ArraySegment<byte> item)
    {
        try
        {
            return PodJson.Decode(new TaggedCodec<T>(codec, models), item, JsonAudience.Visible);
        }
        catch (PodJsonException e)
        {
            HasBadItem = true;
            throw new StreamClosedException(name, "an item does not fit its type.", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(item.Array!);
        }
    }

    private bool TryEnd(Exception? failure)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) != 0)
        {
            return false;
        }

        _items.Writer.TryComplete(failure);
        return true;
    }
}
