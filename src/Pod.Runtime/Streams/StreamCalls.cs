using Pod.Protocol.Streams;

namespace Pod.Runtime.Streams;

/// <summary>The calls of one socket. Frames are handled by the socket's reader only; calls end on any thread.</summary>
internal sealed class StreamCalls(StreamSocket socket, StreamServices services)
{
    private readonly Lock _gate = new();

    // Calls that the client can address, and calls that run; one that the client has closed may still be on its way out.
    private readonly Dictionary<Guid, StreamCall> _addressable = [];
    private readonly HashSet<StreamCall> _running = [];
    private TaskCompletionSource? _allEnded;
    private bool _isClosed;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _running.Count;
            }
        }
    }

    public StreamInput? FindInput(in StreamFrame frame)
    {
        lock (_gate)
        {
            return frame.Parameter is { } name ? _addressable.GetValueOrDefault(frame.CallId)?.FindInput(name) : null;
        }
    }

    /// <summary>Handles a frame about a call; false where the client must not send such a frame.</summary>
    public bool TryHandle(in StreamFrame frame)
    {
        if (frame.Type == StreamFrameType.Open)
        {
            return TryOpen(frame);
        }

        StreamCall? call;
        lock (_gate)
        {
            call = _addressable.GetValueOrDefault(frame.CallId);
        }

        if (frame.Parameter is null)
        {
            if (frame.Type == StreamFrameType.Close)
            {
                call?.CloseByClient();
                return true;
            }

            // Only results travel without the name of an input, and clients send none.
            return false;
        }

        if (call is not null && call.TryHandleInput(frame))
        {
            return true;
        }

        if (frame.Type == StreamFrameType.Item)
        {
            var (address, input) = (frame.ToAddress(), frame.Parameter);
            socket.Send(buffer => StreamFrameWriter.WriteClose(buffer, address, input, StreamCloseReason.Error));
        }

        return true;
    }

    public void Remove(StreamCall call)
    {
        lock (_gate)
        {
            RemoveAddress(call);
            _running.Remove(call);
            if (_running.Count == 0)
            {
                _allEnded?.TrySetResult();
                _allEnded = null;
            }
        }
    }

    public void Forget(StreamCall call)
    {
        lock (_gate)
        {
            RemoveAddress(call);
        }
    }

    public async Task CancelAllAsync()
    {
        StreamCall[] running;
        lock (_gate)
        {
            _isClosed = true;
            running = [.. _running];
        }

        foreach (var call in running)
        {
            await call.CancelAsync().ConfigureAwait(false);
        }
    }

    public Task WaitAsync()
    {
        lock (_gate)
        {
            return _running.Count == 0
                ? Task.CompletedTask
                : (_allEnded ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private bool TryOpen(in StreamFrame frame)
    {
        var address = frame.ToAddress();
        var found = services.FindMethod(address.Endpoint, address.Method);
        var refusal = found is null ? StreamOpenResult.EndpointNotFound : StreamOpenResult.Success;
        StreamCall? call = null;
        lock (_gate)
        {
            if (_addressable.ContainsKey(frame.CallId))
            {
                return false;
            }

            if (_isClosed)
            {
                return true;
            }

            if (_running.Count >= services.Options.Streams.MaxCallsPerSocket && found is not null)
            {
                refusal = StreamOpenResult.InvalidArguments;
            }

            if (refusal == StreamOpenResult.Success)
            {
                call = new StreamCall(socket, this, services, address, found!.Value, frame);
                _addressable.Add(frame.CallId, call);
                _running.Add(call);
            }
        }

        if (call is null)
        {
            socket.Send(buffer => StreamFrameWriter.WriteOpenResult(buffer, address, refusal));
        }
        else
        {
            ThreadPool.QueueUserWorkItem(static call => call.Execute(), call, preferLocal: false);
        }

        return true;
    }

    private void RemoveAddress(StreamCall call)
    {
        if (_addressable.TryGetValue(call.Address.CallId, out var present) && present == call)
        {
            _addressable.Remove(call.Address.CallId);
        }
    }
}
