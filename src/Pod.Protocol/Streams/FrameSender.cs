using System.Net.WebSockets;

namespace Pod.Protocol.Streams;

/// <summary>
/// The only writer of a socket. Frames leave in the order in which they were handed over, those that are ready together at once. Each lane may
/// have a small window of unsent bytes; whoever fills it waits, which slows that sender and nobody else. Safe on any thread.
/// </summary>
public sealed class FrameSender : IThreadPoolWorkItem
{
    // Large enough for one fast producer to fill a packet or two, small enough that a slow reader stops it at once.
    private const int Window = 48 * 1024;

    // How long frames wait whose sender said that more follow, and then computed on.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);

    private readonly WebSocket _socket;
    private readonly Stream? _transport;
    private readonly Lock _gate = new();
    private readonly List<TaskCompletionSource> _released = [];
    private FrameQueue _filling;
    private FrameQueue _leaving;
    private TaskCompletionSource? _idle;
    private ITimer? _timer;
    private bool _isTimerSet;
    private bool _isSending;
    private bool _hasFailed;

    /// <summary>Creates the writer of a socket.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="transport">
    /// Servers give the stream below the socket: their frames are not masked, so that any number of them can leave in one write. Clients give none and
    /// send one by one.
    /// </param>
    public FrameSender(WebSocket socket, Stream? transport)
    {
        _socket = socket;
        _transport = transport;
        _filling = new FrameQueue(hasHeaders: transport is not null);
        _leaving = new FrameQueue(hasHeaders: transport is not null);
    }

    /// <summary>Hands a frame over and writes it before returning, unless something else is being written. The result completes when the lane may send again.</summary>
    /// <exception cref="IOException">The socket is gone.</exception>
    public ValueTask SendAsync(FrameLane lane, ReadOnlySpan<byte> frame) => QueueAsync(lane, frame, isFollowed: false);

    /// <summary>
    /// Hands a frame over that waits for the next ones: until there are enough for a packet, until another is sent, until <see cref="Flush"/>, and
    /// for 5 milliseconds at most. The result completes when the lane may send again.
    /// </summary>
    /// <exception cref="IOException">The socket is gone.</exception>
    public ValueTask SendWithNextAsync(FrameLane lane, ReadOnlySpan<byte> frame) => QueueAsync(lane, frame, isFollowed: true);

    /// <summary>Writes what waits, unless something is being written.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_isSending || _filling.Count == 0)
            {
                return;
            }

            _isSending = true;
        }

        _ = DrainAsync(isForCaller: true);
    }

    /// <summary>Completes when nothing waits to be sent.</summary>
    public Task WaitUntilIdleAsync()
    {
        Flush();
        lock (_gate)
        {
            return _isSending && !_hasFailed
                ? (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task
                : Task.CompletedTask;
        }
    }

    /// <summary>Ends the sender: the socket is gone.</summary>
    public void Fail()
    {
        lock (_gate)
        {
            _hasFailed = true;
            FailQueue(_filling);
            FailQueue(_leaving);
            _idle?.TrySetResult();
            _idle = null;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = DrainAsync(isForCaller: false);

    private static IOException Gone() => new("The stream socket is closed.");

    private static void FailQueue(FrameQueue queue)
    {
        for (var i = 0; i < queue.Count; i++)
        {
            queue[i].Lane.Waiter?.TrySetException(Gone());
        }
    }

    private ValueTask QueueAsync(FrameLane lane, ReadOnlySpan<byte> frame, bool isFollowed)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var starts = false;
        lock (_gate)
        {
            if (_hasFailed)
            {
                return ValueTask.FromException(Gone());
            }

            _filling.Add(lane, frame);
            lane.Unsent += frame.Length;
            if (!_isSending)
            {
                starts = !isFollowed || lane.Unsent > Window;
                _isSending = starts;
                if (!starts)
                {
                    FlushSoon();
                }
            }
        }

        if (starts)
        {
            _ = DrainAsync(isForCaller: true);
        }

        return lane.Unsent <= Window ? ValueTask.CompletedTask : WaitForRoomAsync(lane);
    }

    private ValueTask WaitForRoomAsync(FrameLane lane)
    {
        lock (_gate)
        {
            if (_hasFailed)
            {
                return ValueTask.FromException(Gone());
            }

            return lane.Unsent <= Window
                ? ValueTask.CompletedTask
                : new ValueTask((lane.Waiter ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task);
        }
    }

    // The clock of the socket, whatever the application's says. The timer belongs to no call.
    private void FlushSoon()
    {
        if (_isTimerSet)
        {
            return;
        }

        _isTimerSet = true;
        if (_timer is null)
        {
            using var suppressed = ExecutionContext.SuppressFlow();
            _timer = TimeProvider.System.CreateTimer(static state => ((FrameSender)state!).FlushLate(), this, Patience, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(Patience, Timeout.InfiniteTimeSpan);
        }
    }

    private void FlushLate()
    {
        lock (_gate)
        {
            _isTimerSet = false;
        }

        Flush();
    }

    // A caller is not kept with what others add meanwhile.
    private async Task DrainAsync(bool isForCaller)
    {
        try
        {
            while (TakeReady())
            {
                if (_transport is null)
                {
                    await SendOneByOneAsync().ConfigureAwait(false);
                }
                else
                {
                    await SendTogetherAsync(_transport).ConfigureAwait(false);
                }

                ReleaseLanes();
                if (isForCaller && HasMore())
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                    return;
                }
            }
        }
#pragma warning disable CA1031 // However sending failed, the socket is of no use any more; its reader finds out the same and reports it.
        catch (Exception)
#pragma warning restore CA1031
        {
            Fail();
            _socket.Abort();
        }
    }

    private ValueTask SendTogetherAsync(Stream transport) => _socket.State is WebSocketState.Open or WebSocketState.CloseReceived
        ? transport.WriteAsync(_leaving.Bytes)
        : throw Gone();

    private async ValueTask SendOneByOneAsync()
    {
        var bytes = _leaving.Bytes;
        for (var i = 0; i < _leaving.Count; i++)
        {
            var length = _leaving[i].Length;
            await _socket.SendAsync(bytes[..length], WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
            bytes = bytes[length..];
        }
    }

    private bool HasMore()
    {
        lock (_gate)
        {
            return _filling.Count > 0;
        }
    }

    private bool TakeReady()
    {
        lock (_gate)
        {
            _leaving.Clear();
            if (_filling.Count == 0 || _hasFailed)
            {
                _filling.Release();
                _leaving.Release();
                _isSending = false;
                _idle?.TrySetResult();
                _idle = null;
                return false;
            }

            (_filling, _leaving) = (_leaving, _filling);
            return true;
        }
    }

    private void ReleaseLanes()
    {
        lock (_gate)
        {
            for (var i = 0; i < _leaving.Count; i++)
            {
                var (lane, length) = _leaving[i];
                lane.Unsent -= length;
                if (lane.Unsent <= Window && lane.Waiter is { } waiter)
                {
                    lane.Waiter = null;
                    _released.Add(waiter);
                }
            }
        }

        foreach (var waiter in _released)
        {
            waiter.TrySetResult();
        }

        _released.Clear();
    }
}
