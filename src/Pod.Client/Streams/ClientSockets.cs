namespace Pod.Client.Streams;

/// <summary>The one socket that all streams of a client share: opened for the first of them, closed after the last.</summary>
internal sealed class ClientSockets : IAsyncDisposable
{
    private readonly PodClient _client;
    private readonly Lock _gate = new();
    private Lease? _current;
    private bool _isDisposed;

    public ClientSockets(PodClient client)
    {
        _client = client;
        if (client.Options.Connectivity is { } connectivity)
        {
            connectivity.Changed += EndWhenOffline;
        }
    }

    public PodConnectionState State { get; private set; }

    /// <summary>Opens a call; one that lost an earlier socket is opened again.</summary>
    public async Task<ClientCall> OpenAsync(
        string endpoint, string method, EncodedArguments arguments, string? traceParent, bool isReopened, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var authorization = await _client.Authorization.GetAsync(arguments.Traits, cancellationToken).ConfigureAwait(false);
        try
        {
            return await OpenAsync(endpoint, method, arguments, authorization, traceParent, isReopened, cancellationToken).ConfigureAwait(false);
        }
        catch (PodClientUnauthorizedException)
        {
            if (!await _client.Authorization.RenewAsync(arguments.Traits, authorization, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }

        authorization = await _client.Authorization.GetAsync(arguments.Traits, cancellationToken).ConfigureAwait(false);
        return await OpenAsync(endpoint, method, arguments, authorization, traceParent, isReopened, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.Options.Connectivity is { } connectivity)
        {
            connectivity.Changed -= EndWhenOffline;
        }

        Lease? lease;
        lock (_gate)
        {
            _isDisposed = true;
            lease = _current;
            _current = null;
        }

        if (lease is not null)
        {
            await CloseAsync(lease).ConfigureAwait(false);
        }
    }

    private async Task<ClientCall> OpenAsync(
        string endpoint, string method, EncodedArguments arguments, string? authorization, string? traceParent, bool isReopened, CancellationToken cancellationToken)
    {
        var lease = Take(isReopened);
        try
        {
            // The attempt to connect belongs to everybody who waits for it; one of them giving up does not end it.
            var socket = await lease.Connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
            var call = new ClientCall(socket, _client, endpoint, method, arguments, () => ReleaseAsync(lease));
            await call.OpenAsync(authorization, traceParent, cancellationToken).ConfigureAwait(false);
            return call;
        }
        catch
        {
            await ReleaseAsync(lease).ConfigureAwait(false);
            throw;
        }
    }

    private Lease Take(bool isReopened)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, _client);
            if (_current is not null && !_current.IsUseless)
            {
                _current.Holders++;
                return _current;
            }

            return _current = new Lease(ConnectAsync(isReopened)) { Holders = 1 };
        }
    }

    private async Task<ClientSocket> ConnectAsync(bool isReopened)
    {
        // Neither connecting nor the application's handlers run under the lock.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        SetState(isReopened ? PodConnectionState.Reconnecting : PodConnectionState.Connecting);
        try
        {
            var socket = await ClientSocket.ConnectAsync(_client).ConfigureAwait(false);
            SetState(PodConnectionState.Connected);
            _ = WatchAsync(socket);
            return socket;
        }
        catch
        {
            SetState(PodConnectionState.Disconnected);
            throw;
        }
    }

    private async Task WatchAsync(ClientSocket socket)
    {
        await socket.Ended.ConfigureAwait(false);
        bool isCurrent;
        lock (_gate)
        {
            isCurrent = _current is null || _current.Holds(socket);
        }

        // The next socket may be open before the last one has said its farewell.
        if (isCurrent)
        {
            SetState(PodConnectionState.Disconnected);
        }
    }

    private void SetState(PodConnectionState state)
    {
        State = state;
        _client.Raise(state);
    }

    private void EndWhenOffline(object? sender, EventArgs e)
    {
        Lease? lease;
        lock (_gate)
        {
            lease = _current;
        }

        if (lease?.Connecting is { IsCompletedSuccessfully: true } connected && !_client.Options.Connectivity!.IsOnline)
        {
            connected.Result.Abort(new PodClientStreamClosedException("The device is offline."));
        }
    }

    private async ValueTask ReleaseAsync(Lease lease)
    {
        lock (_gate)
        {
            if (--lease.Holders > 0)
            {
                return;
            }

            if (_current == lease)
            {
                _current = null;
            }
        }

        await CloseAsync(lease).ConfigureAwait(false);
    }

    private static async Task CloseAsync(Lease lease)
    {
        try
        {
            var socket = await lease.Connecting.ConfigureAwait(false);
            await socket.CloseAsync().ConfigureAwait(false);
        }
        catch (PodClientStreamException)
        {
            // It never opened; those who waited for it know.
        }
    }

    private sealed class Lease(Task<ClientSocket> connecting)
    {
        public Task<ClientSocket> Connecting => connecting;

        public int Holders { get; set; }

        public bool IsUseless => connecting.IsFaulted || (connecting.IsCompletedSuccessfully && !connecting.Result.IsOpen);

        public bool Holds(ClientSocket socket) => connecting.IsCompletedSuccessfully && connecting.Result == socket;
    }
}
