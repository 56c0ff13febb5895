using System.Buffers;
using System.Net.WebSockets;

namespace Pod.Protocol.Streams;

/// <summary>Puts the messages of a socket together. For one reader at a time.</summary>
public sealed class FrameReceiver(WebSocket socket, long mostBytes) : IDisposable
{
    private const int SmallestSize = 4096;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(SmallestSize);

    /// <summary>Whether the last call of <see cref="ReceiveAsync"/> ended because a message was larger than allowed.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Receives one message, whose bytes live until the next call. Null when the socket closes or the message is too large.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length == _bytes.Length)
            {
                Grow(length);
            }

            var part = await socket.ReceiveAsync(_bytes.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (length > mostBytes)
            {
                IsTooLarge = true;
                return null;
            }

            if (part.EndOfMessage)
            {
                return _bytes.AsMemory(0, length);
            }
        }
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        _bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
