using Pod.Protocol;
using Pod.Protocol.Serialization;
using Pod.Protocol.Streams;

namespace Pod.Client.Streams;

/// <summary>An input stream with a known type of items.</summary>
internal sealed class ClientInput<T>(string name, JsonCodec<T> codec, IAsyncEnumerable<T> items) : ClientInput(name)
{
    public override async Task SendAsync(ClientSocket socket, StreamAddress address, FrameLane lane, CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await SendItemAsync(socket, address, lane, item).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask SendItemAsync(ClientSocket socket, StreamAddress address, FrameLane lane, T item)
    {
        using var buffer = PodJsonBuffer.Rent();
        StreamFrameWriter.WriteItem(buffer, address, Name, codec, item);
        return socket.Sender.SendAsync(lane, buffer.WrittenMemory.Span);
    }
}
