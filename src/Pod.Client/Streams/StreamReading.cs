using Pod.Client.Diagnostics;
using Pod.Protocol;

namespace Pod.Client.Streams;

/// <summary>One enumeration of a result stream: its call, and after a loss of the socket the calls that follow.</summary>
internal sealed class StreamReading<T>(PodClient client, string endpoint, string method, EncodedArguments arguments, JsonCodec<T> codec) : IAsyncDisposable
{
    private readonly CallObservation _observation = CallObservation.Start(client, endpoint, method, arguments.Json);
    private ClientCall? _call;

    public T Current { get; private set; } = default!;

    /// <summary>Takes the next item, waiting for it where necessary.</summary>
    /// <returns>False at the end of the stream.</returns>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            _call ??= await OpenAsync(isReopened: false, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                if (_call.TryRead(codec, out var item))
                {
                    Current = item;
                    return true;
                }

                if (!await WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }
        catch (Exception e)
        {
            _observation.Fail(e);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_call is not null)
        {
            await _call.DisposeAsync().ConfigureAwait(false);
        }

        _observation.Dispose();
    }

    private Task<ClientCall> OpenAsync(bool isReopened, CancellationToken cancellationToken)
        => client.Sockets.OpenAsync(endpoint, method, arguments, _observation.TraceParent, isReopened, cancellationToken);

    private async ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _call!.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (CanReopenAfter(e))
        {
            await ReopenAsync(client.Options.Reconnect!, e, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    // Input streams cannot be read a second time, and what the server said about a call stays true.
    private bool CanReopenAfter(Exception failure)
        => client.Options.Reconnect is not null && arguments.Inputs.Count == 0 && !client.IsDisposed
            && failure is PodClientStreamClosedException or PodClientStreamIdleException;

    private async Task ReopenAsync(PodBackoff backoff, Exception loss, CancellationToken cancellationToken)
    {
        var lostAt = client.Options.TimeProvider.GetTimestamp();
        await _call!.DisposeAsync().ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            await client.DelayAsync(backoff.DelayBefore(attempt), cancellationToken).ConfigureAwait(false);
            try
            {
                _call = await OpenAsync(isReopened: true, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (PodClientStreamException) when (attempt < backoff.Attempts)
            {
                // Still lost.
            }
        }

        client.Options.OnReconnected?.Invoke(
            new PodClientCall(endpoint, method, arguments.Json, client.Options.TimeProvider.GetElapsedTime(lostAt), loss));
    }
}
