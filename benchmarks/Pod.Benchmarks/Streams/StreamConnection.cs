using System.Net.WebSockets;
using System.Text;

namespace Pod.Benchmarks.Streams;

/// <summary>One client's WebSocket.</summary>
internal sealed class StreamConnection : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private byte[] _bytes = new byte[1024];

    private StreamConnection()
    {
    }

    public static async Task<StreamConnection> OpenAsync(Uri server, IStreamDialect dialect, string activity)
    {
        var connection = new StreamConnection();
        await connection._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = dialect.PathOf(activity) }.Uri, CancellationToken.None);
        foreach (var message in dialect.Opening(activity))
        {
            await connection.SendAsync(Encoding.UTF8.GetBytes(message));
            await connection.ReceiveAsync();
        }

        return connection;
    }

    /// <summary>How many notes a message carries, in whatever dialect.</summary>
    public static int CountNotes(ReadOnlySpan<byte> message) => message.Count("\"number\":"u8);

    public Task SendAsync(byte[] message) => _socket.SendAsync(message, WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Receives one message, which lives until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync()
    {
        for (var length = 0; ;)
        {
            var part = await _socket.ReceiveAsync(_bytes.AsMemory(length), CancellationToken.None);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new IOException("The server has closed the socket.");
            }

            if (part.EndOfMessage)
            {
                return _bytes.AsMemory(0, length);
            }

            if (length == _bytes.Length)
            {
                Array.Resize(ref _bytes, 2 * length);
            }
        }
    }

    /// <summary>Receives messages until so many notes have come.</summary>
    public async Task ReceiveNotesAsync(int count)
    {
        while (count > 0)
        {
            count -= CountNotes((await ReceiveAsync()).Span);
        }
    }

    public void Dispose() => _socket.Dispose();
}
