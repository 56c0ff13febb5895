using System.Net.WebSockets;
using System.Text;
using ChatApp.Server;

namespace Pod.Runtime.Tests;

/// <summary>A WebSocket that sends and receives frames as texts.</summary>
internal sealed class RawSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1024 * 1024];

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<RawSocket> ConnectAsync(TestHost host, string path = "/v1/websocket", string? origin = null, string? cookie = null)
    {
        var socket = new RawSocket();
        socket._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (origin is not null)
        {
            socket._socket.Options.SetRequestHeader("Origin", origin);
        }

        if (cookie is not null)
        {
            socket._socket.Options.SetRequestHeader("Cookie", cookie);
        }

        await socket._socket.ConnectAsync(new UriBuilder(new Uri(host.Url, path)) { Scheme = "ws" }.Uri, default).WaitAsync(TestHost.Patience);
        return socket;
    }

    public static string Data(Guid call, string method, string rest = "", string endpoint = "probe")
        => $$"""{"en":"{{endpoint}}","m":"{{method}}","cid":"{{call}}"{{rest}}}""";

    public static string Frame(string type, Guid call, string method, string rest = "", string endpoint = "probe")
        => $$"""{"type":"{{type}}","data":{{Data(call, method, rest, endpoint)}}}""";

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type)
        => _socket.SendAsync(bytes, type, endOfMessage: true, default).WaitAsync(TestHost.Patience);

    public Task OpenAsync(Guid call, string method, string arguments = "{}", string inputs = "[]", string endpoint = "probe", string? auth = null)
        => SendAsync(Frame(
            "omsc", call, method, $",\"args\":\"{arguments.Replace("\"", "\\\"", StringComparison.Ordinal)}\",\"is\":{inputs}{(auth is null ? "" : $",\"auth\":\"{auth}\"")}", endpoint));

    /// <summary>The next frame; null when the server closed the socket.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), default).AsTask().WaitAsync(TestHost.Patience);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(_buffer, 0, length);
            }
        }
    }

    public async Task ExpectAsync(params string[] frames)
    {
        foreach (var frame in frames)
        {
            Assert.Equal(frame, await ReceiveAsync());
        }
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default).WaitAsync(TestHost.Patience);

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
