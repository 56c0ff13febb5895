using System.Net.Sockets;
using System.Text;
using ChatApp.Server;

namespace Pod.Runtime.Tests;

/// <summary>A connection on which requests are written byte by byte.</summary>
internal sealed class RawHttp : IDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<RawHttp> ConnectAsync(TestHost host)
    {
        var connection = new RawHttp();
        await connection._client.ConnectAsync(host.Url.Host, host.Url.Port).WaitAsync(TestHost.Patience);
        return connection;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _client.GetStream().WriteAsync(bytes).AsTask().WaitAsync(TestHost.Patience);

    /// <summary>A whole POST request; the connection closes behind the answer.</summary>
    public Task PostAsync(string path, byte[] body, string headers = "Content-Type: application/json\r\n") => SendAsync(
        [.. Encoding.Latin1.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body]);

    /// <summary>Sends and says that nothing follows.</summary>
    public async Task SendAndEndAsync(byte[] bytes)
    {
        try
        {
            await SendAsync(bytes);
            _client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidOperationException)
        {
            // The server has hung up already.
        }
    }

    /// <summary>Everything up to the end of the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(all).WaitAsync(TestHost.Patience);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // Cut off by the server, which is an answer, too.
        }

        return Encoding.Latin1.GetString(all.ToArray());
    }

    public void Dispose() => _client.Dispose();
}
