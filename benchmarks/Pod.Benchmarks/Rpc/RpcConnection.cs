using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Pod.Benchmarks.Rpc;

/// <summary>A caller that costs the machine as little as possible: one kept connection, one request that was written before.</summary>
internal sealed class RpcConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[4096];

    private RpcConnection()
    {
    }

    public static async Task<RpcConnection> OpenAsync(Uri server)
    {
        var connection = new RpcConnection();
        await connection._socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    public static byte[] Request(string path, string json, string? token = null) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}"
        + $"Content-Type: application/json\r\nContent-Length: {json.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n{json}");

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <returns>The body; it lives until the next call.</returns>
    public async Task<ReadOnlyMemory<byte>> CallAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            length += read;
            if (TryFindBody(_answer.AsSpan(0, length), out var start, out var end))
            {
                return _answer.AsMemory(start, end - start);
            }

            if (read == 0)
            {
                throw new IOException("The server has closed the connection.");
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool TryFindBody(ReadOnlySpan<byte> answer, out int start, out int end)
    {
        (start, end) = (0, 0);
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException($"The server answers {Encoding.ASCII.GetString(answer[..head])}");
        }

        start = head + 4;
        var size = answer[..head].IndexOf("Content-Length: "u8);
        if (size >= 0)
        {
            _ = System.Buffers.Text.Utf8Parser.TryParse(answer[(size + 16)..], out int length, out _);
            end = start + length;
            return answer.Length >= end;
        }

        // Chunked, and small enough to be one chunk.
        if (!answer.EndsWith("\r\n0\r\n\r\n"u8))
        {
            return false;
        }

        start += answer[start..].IndexOf("\r\n"u8) + 2;
        end = answer.Length - 7;
        return true;
    }
}
