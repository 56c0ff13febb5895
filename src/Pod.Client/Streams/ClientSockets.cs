using System.Diagnostics;

namespace Pod.Client.Streams;

/// <summary>The one socket that all streams of a client share: opened for the first of them, closed after the last.</summary>
internal sealed class ClientSockets(PodClient client) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Lease? _current;
    private bool _isDisposed;

    public async Task<ClientCall> OpenAsync(string endpoint, string method, EncodedArguments arguments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lease = Take();
        try
        {
            // The attempt to connect belongs to everybody who waits for it; one of them giving up does not end it.
            var socket = await lease.Connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
            var call = new ClientCall(socket, client, endpoint, method, arguments, () => ReleaseAsync(lease));
            await call.OpenAsync(Activity.Current?.Id, cancellationToken).ConfigureAwait(false);
            return call;
        }
        catch
        {
            await ReleaseAsync(lease).ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
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

    private Lease Take()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, client);
            if (_current is null || _current.IsUseless)
            {
                _current = new Lease(ClientSocket.ConnectAsync(client));
            }

            _current.Holders++;
            return _current;
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
    }
}
