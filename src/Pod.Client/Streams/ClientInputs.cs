using Pod.Protocol;
using Pod.Protocol.Streams;

namespace Pod.Client.Streams;

/// <summary>Sends the input streams of a call, each on its own, until it ends, fails, or the server wants no more of it.</summary>
internal sealed class ClientInputs(ClientSocket socket, StreamAddress address, IReadOnlyList<ClientInput> inputs)
{
    private readonly Dictionary<string, CancellationTokenSource> _running = [];
    private bool _isStopped;

    public void Start()
    {
        lock (_running)
        {
            // The server may end a call right after opening it.
            foreach (var input in _isStopped ? [] : inputs)
            {
                var stop = new CancellationTokenSource();
                _running[input.Name] = stop;
                _ = Task.Run(() => SendAsync(input, stop), CancellationToken.None);
            }
        }
    }

    public void Stop(string name)
    {
        if (Take(name) is { } stop)
        {
            _ = stop.CancelAsync();
        }
    }

    public async Task StopAllAsync()
    {
        lock (_running)
        {
            _isStopped = true;
        }

        foreach (var input in inputs)
        {
            if (Take(input.Name) is { } stop)
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(ClientInput input, CancellationTokenSource stop)
    {
        var lane = new FrameLane();
        try
        {
            await input.SendAsync(socket, address, lane, stop.Token).ConfigureAwait(false);
            Close(input, lane, StreamCloseReason.Done, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody reads it any more.
        }
#pragma warning disable CA1031 // Whatever the application's stream throws, the server gets to know that it failed.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Close(input, lane, StreamCloseReason.Error, e as PodModelException);
        }
        finally
        {
            Take(input.Name)?.Dispose();
        }
    }

    private void Close(ClientInput input, FrameLane lane, StreamCloseReason reason, IPodModel? failure)
    {
        if (failure is not null)
        {
            socket.Send(lane, buffer => StreamFrameWriter.WriteFailure(buffer, address, input.Name, failure));
        }

        socket.Send(lane, buffer => StreamFrameWriter.WriteClose(buffer, address, input.Name, reason));
    }

    private CancellationTokenSource? Take(string name)
    {
        lock (_running)
        {
            return _running.Remove(name, out var stop) ? stop : null;
        }
    }
}
