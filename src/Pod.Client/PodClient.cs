using Pod.Client.Authorization;
using Pod.Client.Http;
using Pod.Client.Streams;
using Pod.Protocol;

namespace Pod.Client;

/// <summary>Base of every generated client. One instance serves a whole application; it is safe on any thread.</summary>
/// <remarks>
/// It repeats a call in two cases only: after a refresh of refused credentials (<see cref="IPodRefreshingAuthProvider"/>), and after a network
/// failure if <see cref="PodClientOptions.Retry"/> is set and the server marks the method as harmless to repeat.
/// </remarks>
/// <example><code>
/// await using var client = new ChatClient(new Uri("https://api.example.com/"));
/// var message = await client.Message.PostAsync(channelId, "ada", "Hello");
/// </code></example>
public abstract class PodClient : IAsyncDisposable
{
    internal const string ContractHeader = "x-pod-contract";

    private readonly HttpClient? _ownHttpClient;
    private readonly HttpCaller _http;
    private readonly ClientSockets _sockets;
    private readonly CancellationTokenSource _disposal = new();
    private readonly Lock _gate = new();
    private readonly List<EndpointClient> _endpoints = [];

    /// <summary>Creates a client for the server at an address.</summary>
    /// <param name="serverUrl">The address; http or https.</param>
    /// <param name="models">The models that the server may send.</param>
    /// <param name="contractHash">What tells the server which contract the client was made from.</param>
    /// <param name="options">How the client behaves; defaults when null.</param>
    /// <exception cref="ArgumentException">The address is neither http nor https.</exception>
    protected PodClient(Uri serverUrl, ModelRegistry models, string contractHash, PodClientOptions? options)
    {
        Options = options ?? new PodClientOptions();
        ServerUrl = PodServerUrl.Normalize(serverUrl, allowsServiceNames: Options.HttpClient is not null);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentException.ThrowIfNullOrEmpty(contractHash);
        Models = models;
        ContractHash = contractHash;
        Authorization = new ClientAuthorization(Options.AuthProvider);
        Disposal = _disposal.Token;
        _ownHttpClient = Options.HttpClient is null ? HttpCaller.CreateHttpClient() : null;
        _http = new HttpCaller(this, Options.HttpClient ?? _ownHttpClient!);
        _sockets = new ClientSockets(this);
    }

    /// <summary>Raised when the state of the socket of all streams has changed, on any thread. Handlers must not throw.</summary>
    public event EventHandler<PodConnectionStateEventArgs>? ConnectionStateChanged;

    /// <summary>The server's address, with a final slash.</summary>
    public Uri ServerUrl { get; }

    /// <summary>The state of the socket of all streams.</summary>
    public PodConnectionState ConnectionState => _sockets.State;

    internal ModelRegistry Models { get; }

    internal string ContractHash { get; }

    internal PodClientOptions Options { get; }

    internal ClientAuthorization Authorization { get; }

    internal CancellationToken Disposal { get; }

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

    internal bool IsDisposed => Disposal.IsCancellationRequested;

    /// <summary>Finds the endpoint that derives from a base, for code that is written against the base.</summary>
    /// <typeparam name="TBase">The base, or the endpoint's own class.</typeparam>
    /// <param name="name">The endpoint's name on the wire; may be null if there is one endpoint only.</param>
    /// <exception cref="PodClientEndpointNotFoundException">There is none.</exception>
    /// <exception cref="PodClientAmbiguousEndpointException">There are several, and <paramref name="name"/> is null.</exception>
    /// <example><code>await client.GetEndpoint&lt;CrudEndpointClient>("note").ClearAsync();</code></example>
    public TBase GetEndpoint<TBase>(string? name = null)
        where TBase : EndpointClient
    {
        List<TBase> found;
        lock (_gate)
        {
            found = [.. _endpoints.OfType<TBase>().Where(endpoint => name is null || endpoint.Name == name)];
        }

        return found switch
        {
            [var only] => only,
            [] => throw new PodClientEndpointNotFoundException(
                $"{GetType().Name} has no endpoint of the type '{typeof(TBase).Name}'{(name is null ? "" : $" with the name '{name}'")}."),
            _ => throw new PodClientAmbiguousEndpointException(
                $"{GetType().Name} has several endpoints of the type '{typeof(TBase).Name}'. Name one of: {string.Join(", ", found.Select(static endpoint => endpoint.Name))}."),
        };
    }

    /// <summary>
    /// Ends all streams with <see cref="PodClientStreamClosedException"/> and running calls with <see cref="ObjectDisposedException"/>, which later
    /// calls throw, too.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _disposal.CancelAsync().ConfigureAwait(false);
        await _sockets.DisposeAsync().ConfigureAwait(false);
        _ownHttpClient?.Dispose();
    }

    internal void Add(EndpointClient endpoint)
    {
        lock (_gate)
        {
            _endpoints.Add(endpoint);
        }
    }

    internal void Raise(PodConnectionState state) => ConnectionStateChanged?.Invoke(this, new PodConnectionStateEventArgs(state));

    /// <summary>Waits; ends early with the caller or the client.</summary>
    internal async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Disposal);
        try
        {
            await Task.Delay(delay, Options.TimeProvider, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
