using System.Net.WebSockets;
using System.Text;
using Pod.Protocol.Serialization;
using Pod.Protocol.Streams;

namespace Pod.Client.Streams;

/// <summary>An open socket: reads frames, hands them to the calls they belong to, and watches whether the server is still there.</summary>
internal sealed class ClientSocket : IDisposable
{
    private const int LargestFrame = 64 * 1024 * 1024;

    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket;
    private readonly TimeProvider _time;
    private readonly FrameReceiver _receiver;
    private readonly FrameLane _lane = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, ClientCall> _calls = [];
    private readonly TaskCompletionSource _firstPong = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _pings;
    private TaskCompletionSource? _resume;
    private PodClientStreamException? _failure;
    private Guid _lastUnknown;
    private long _lastFrameAt;
    private volatile bool _isPaused;

    private ClientSocket(ClientWebSocket socket, TimeProvider time)
    {
        _socket = socket;
        _time = time;
        _receiver = new FrameReceiver(socket, LargestFrame);
        Sender = new FrameSender(socket, null);
    }

    public FrameSender Sender { get; }

    /// <summary>Gets what completes when the socket has ended, in whatever way.</summary>
    public Task Ended => _ended.Task;

    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return _failure is null;
            }
        }
    }

    public static async Task<ClientSocket> ConnectAsync(PodClient client)
    {
        var options = client.Options;
        var url = PodServerUrl.StreamSocket(client.ServerUrl);
        var webSocket = new ClientWebSocket();
        using var timeout = new CancellationTokenSource(options.StreamConnectTimeout, options.TimeProvider);
        try
        {
            if (!OperatingSystem.IsBrowser())
            {
                // Pod's own pings are the keep-alive.
                webSocket.Options.KeepAliveInterval = TimeSpan.Zero;
                webSocket.Options.SetRequestHeader(PodClient.ContractHeader, client.ContractHash);
            }

            using var invoker = options.StreamHandler is { } handler ? new HttpMessageInvoker(handler, disposeHandler: false) : null;
            await webSocket.ConnectAsync(url, invoker, timeout.Token).ConfigureAwait(false);
            var socket = new ClientSocket(webSocket, options.TimeProvider);
            socket.Start();
            await socket._firstPong.Task.WaitAsync(timeout.Token).ConfigureAwait(false);
            return socket;
        }
        catch (OperationCanceledException e)
        {
            webSocket.Abort();
            throw new PodClientStreamConnectTimeoutException($"{url} did not open within {options.StreamConnectTimeout}.", e);
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or PodClientStreamClosedException)
        {
            webSocket.Abort();
            throw new PodClientStreamConnectException($"{url} could not be opened.", e);
        }
    }

    /// <summary>Adds a call.</summary>
    /// <exception cref="PodClientStreamException">The socket has ended.</exception>
    public void Add(ClientCall call)
    {
        lock (_gate)
        {
            if (_failure is not null)
            {
                throw _failure;
            }

            _calls.Add(call.Address.CallId, call);
        }

        // A reader that waits for the only call to be read must not wait any more: the new one needs its answers.
        Resume();
    }

    public void Remove(ClientCall call)
    {
        lock (_gate)
        {
            _calls.Remove(call.Address.CallId);
        }

        Resume();
    }

    /// <summary>Says that a call has room for items again.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            _resume?.TrySetResult();
            _resume = null;
        }
    }

    public void Send(FrameLane lane, Action<PodJsonBuffer> write)
    {
        using var buffer = PodJsonBuffer.Rent();
        write(buffer);
        _ = IgnoreAsync(Sender.SendAsync(lane, buffer.WrittenMemory.Span));
    }

    /// <summary>Ends the socket at once; whatever still runs on it ends with the failure.</summary>
    public void Abort(PodClientStreamException failure)
    {
        Fail(failure);
        _socket.Abort();
    }

    /// <summary>Ends the socket properly; whatever still runs on it ends with a closed exception.</summary>
    public async Task CloseAsync()
    {
        Fail(new PodClientStreamClosedException("The stream was closed by its own client."));
        using var timeout = new CancellationTokenSource(CloseTimeout, _time);
        try
        {
            await Sender.WaitUntilIdleAsync().WaitAsync(timeout.Token).ConfigureAwait(false);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token).ConfigureAwait(false);
            await _ended.Task.WaitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException
            or InvalidOperationException)
        {
            _socket.Abort();
        }
    }

    public void Dispose()
    {
        _receiver.Dispose();
        _socket.Dispose();
    }

    private static async Task IgnoreAsync(ValueTask sent)
    {
        try
        {
            await sent.ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The reader notices the same and ends everything.
        }
    }

    private void Start()
    {
        _lastFrameAt = _time.GetTimestamp();
        _ = ReceiveAsync();
        Send(_lane, StreamFrameWriter.WritePing);
        _pings = _time.CreateTimer(static state => ((ClientSocket)state!).Ping(), this, PingInterval, PingInterval);
    }

    private async Task ReceiveAsync()
    {
        PodClientStreamException failure;
        try
        {
            failure = await ReceiveUntilEndAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // However reading failed, every call on this socket has to be told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = new PodClientStreamClosedException("The connection to the server broke.", e);
        }

        Fail(failure);
        if (_pings is { } pings)
        {
            await pings.DisposeAsync().ConfigureAwait(false);
        }

        await EndAsync().ConfigureAwait(false);
        Dispose();
        _ended.TrySetResult();
    }

    private async Task EndAsync()
    {
        try
        {
            if (_socket.State == WebSocketState.CloseReceived)
            {
                using var timeout = new CancellationTokenSource(CloseTimeout, _time);
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException
            or InvalidOperationException)
        {
            // It is over either way.
        }

        Sender.Fail();
    }

    private async Task<PodClientStreamException> ReceiveUntilEndAsync()
    {
        while (await _receiver.ReceiveAsync(CancellationToken.None).ConfigureAwait(false) is { } bytes)
        {
            _lastFrameAt = _time.GetTimestamp();
            if (!StreamFrame.TryRead(bytes, out var frame))
            {
                var text = Encoding.UTF8.GetString(bytes.Span);
                Send(_lane, buffer => StreamFrameWriter.WriteBadFrame(buffer, text));
                return new PodClientStreamException("The server sent something that is no frame.");
            }

            switch (frame.Type)
            {
                case StreamFrameType.Ping:
                    Send(_lane, StreamFrameWriter.WritePong);
                    break;
                case StreamFrameType.Pong:
                    _firstPong.TrySetResult();
                    break;
                case StreamFrameType.BadFrame:
                    return new PodClientStreamException("The server did not understand a frame of this client.");
                default:
                    await HandleAsync(frame).ConfigureAwait(false);
                    break;
            }
        }

        return _receiver.IsTooLarge
            ? new PodClientStreamException($"The server sent a frame larger than {LargestFrame} bytes.")
            : new PodClientStreamClosedException("The server closed the connection.");
    }

    private async ValueTask HandleAsync(StreamFrame frame)
    {
        ClientCall? call;
        lock (_gate)
        {
            call = _calls.GetValueOrDefault(frame.CallId);
        }

        if (call is null)
        {
            AnswerUnknown(frame);
            return;
        }

        call.Handle(frame);

        // With one call on the socket a slow reader slows down its server by not reading any further. With several that would slow down
        // the others too, so the items wait here instead.
        while (PauseUnlessShared(call) is { } paused)
        {
            _isPaused = true;
            await paused.ConfigureAwait(false);
            _lastFrameAt = _time.GetTimestamp();
            _isPaused = false;
        }
    }

    private Task? PauseUnlessShared(ClientCall call)
    {
        lock (_gate)
        {
            return call.IsFull && _calls.Count == 1 && _failure is null
                ? (_resume ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task
                : null;
        }
    }

    private void AnswerUnknown(in StreamFrame frame)
    {
        if (frame.Type != StreamFrameType.Item || frame.CallId == _lastUnknown)
        {
            return;
        }

        // Items that were on their way when a call ended come in rows; one answer is enough.
        _lastUnknown = frame.CallId;
        var (address, parameter) = (frame.ToAddress(), frame.Parameter);
        Send(_lane, buffer => StreamFrameWriter.WriteClose(buffer, address, parameter, StreamCloseReason.Error));
    }

    private void Ping()
    {
        if (!_isPaused && _time.GetElapsedTime(_lastFrameAt) >= LongestSilence)
        {
            Abort(new PodClientStreamIdleException($"The server was silent for {LongestSilence}."));
            return;
        }

        Send(_lane, StreamFrameWriter.WritePing);
    }

    private void Fail(PodClientStreamException failure)
    {
        ClientCall[] calls;
        lock (_gate)
        {
            failure = _failure ??= failure;
            calls = [.. _calls.Values];
            _calls.Clear();
        }

        Resume();
        _firstPong.TrySetException(failure);
        foreach (var call in calls)
        {
            call.Fail(failure);
        }
    }
}
