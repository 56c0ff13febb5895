using System.Net.WebSockets;

namespace Pod.Testing.Wire;

/// <summary>Makes real clients for connections in memory.</summary>
internal static class InMemoryClient
{
    public static SocketsHttpHandler CreateHandler(PodTestScope test) => new()
    {
        ConnectCallback = (_, _) => ValueTask.FromResult(test.Host.Transport.Connect(test)),
        UseProxy = false,
        UseCookies = false,
    };

    public static async Task<WebSocket> ConnectAsync(PodTestScope test, string path, CancellationToken cancellationToken)
    {
        using var invoker = new HttpMessageInvoker(CreateHandler(test));
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(new Uri("ws://localhost" + path), invoker, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
