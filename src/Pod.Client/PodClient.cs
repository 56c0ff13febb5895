using Pod.Client.Http;
using Pod.Client.Streams;
using Pod.Protocol;

namespace Pod.Client;

/// <summary>Base of every generated client. One instance serves a whole application; it is safe on any thread. It never repeats a call.</summary>
/// <example><code>
/// await using var client = new ChatClient(new Uri("https://api.example.com/"));
/// var message = await client.Message.PostAsync(channelId, "ada", "Hello");
/// </code></example>
public abstract class PodClient : IAsyncDisposable
{
    private readonly HttpClient? _ownHttpClient;
    private readonly HttpCaller _http;
    private readonly ClientSockets _sockets;
    private volatile bool _isDisposed;

    /// <summary>Creates a client for the server at an address.</summary>
    /// <exception cref="ArgumentException">The address is neither http nor https.</exception>
    protected PodClient(Uri serverUrl, ModelRegistry models, PodClientOptions? options)
    {
        ServerUrl = PodServerUrl.Normalize(serverUrl);
        ArgumentNullException.ThrowIfNull(models);
        Models = models;
        Options = options ?? new PodClientOptions();
        _ownHttpClient = Options.HttpClient is null ? HttpCaller.CreateHttpClient() : null;
        _http = new HttpCaller(this, Options.HttpClient ?? _ownHttpClient!);
        _sockets = new ClientSockets(this);
    }

    /// <summary>The server's address, with a final slash.</summary>
    public Uri ServerUrl { get; }

    internal ModelRegistry Models { get; }

    internal PodClientOptions Options { get; }

    internal HttpCaller Http
    {
        get
        {
            ThrowIfDisposed();
            return _http;
        }
    }

    internal ClientSockets Sockets
    {
        get
        {
            ThrowIfDisposed();
            return _sockets;
        }
    }

    internal bool IsDisposed => _isDisposed;

    /// <summary>Ends all streams with <see cref="PodClientStreamClosedException"/>. Calls afterwards throw <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _isDisposed = true;
        await _sockets.DisposeAsync().ConfigureAwait(false);
        _ownHttpClient?.Dispose();
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);
}
