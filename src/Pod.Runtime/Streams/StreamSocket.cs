using System.Net.WebSockets;
using System.Text;
using Pod.Protocol.Serialization;
using Pod.Protocol.Streams;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Streams;

/// <summary>One client's socket: reads its frames, hands them to the calls they belong to, and watches whether the client is still there.</summary>
internal sealed class StreamSocket : IDisposable
{
    private const int MissedPongs = 3;

    // How long a full input may hold up the frames behind it.
    private static readonly TimeSpan InputPatience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly WebSocket _socket;
    private readonly StreamServices _services;
    private readonly FrameReceiver _receiver;
    private readonly FrameLane _lane = new();
    private readonly StreamCalls _calls;
    private readonly Action _abortConnection;
    private readonly CancellationTokenSource _aborted = new();
    private int _unansweredPings;
    private int _closing;

    public StreamSocket(WebSocket socket, Stream transport, Action abortConnection, StreamServices services)
    {
        _abortConnection = abortConnection;
        _socket = socket;
        _services = services;
        _receiver = new FrameReceiver(socket, services.Options.MaxRequestSize);
        Sender = new FrameSender(socket, transport);
        _calls = new StreamCalls(this, services);
    }

    public Guid Id { get; } = Guid.CreateVersion7();

    public FrameSender Sender { get; }

    public int CallCount => _calls.Count;

    public async Task RunAsync(CancellationToken connectionAborted)
    {
        using var aborting = connectionAborted.UnsafeRegister(static state => ((StreamSocket)state!).Abort(), this);
        var interval = _services.Options.WebSocketPingInterval;
        var pings = _services.Time.CreateTimer(static state => ((StreamSocket)state!).Ping(), this, interval, interval);
        await using (pings.ConfigureAwait(false))
        {
            try
            {
                await ReceiveAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client is gone; there is nobody left to tell.
            }
#pragma warning disable CA1031 // One broken socket must not take anything else with it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _services.Logger.SocketFailed(e, Id);
            }
        }

        Sender.Fail();
        await _calls.CancelAllAsync().ConfigureAwait(false);
        await _calls.WaitAsync().ConfigureAwait(false);
    }

    /// <summary>The server stops: calls are cancelled, get some time to finish, and then the socket closes.</summary>
    public async Task StopAsync()
    {
        await _calls.CancelAllAsync().ConfigureAwait(false);
        try
        {
            await _calls.WaitAsync().WaitAsync(_services.Options.Streams.StopTimeout, _services.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _services.Logger.CallsOutlivedStop(_calls.Count);
        }

        await CloseAsync(WebSocketCloseStatus.EndpointUnavailable).ConfigureAwait(false);
    }

    public void Send(Action<PodJsonBuffer> write) => _ = SendAsync(write).AsTask();

    public void Dispose()
    {
        _socket.Dispose();
        _receiver.Dispose();
        _aborted.Dispose();
    }

    private async Task ReceiveAsync()
    {
        while (await _receiver.ReceiveAsync(_aborted.Token).ConfigureAwait(false) is { } bytes)
        {
            _unansweredPings = 0;
            if (Volatile.Read(ref _closing) != 0)
            {
                // Only the client's half of the closing handshake is of interest now.
                continue;
            }

            if (!StreamFrame.TryRead(bytes, out var frame) || !await TryHandleAsync(frame).ConfigureAwait(false))
            {
                await RefuseAsync(bytes).ConfigureAwait(false);
            }

            if (frame.Type == StreamFrameType.BadFrame)
            {
                await CloseAsync(WebSocketCloseStatus.ProtocolError).ConfigureAwait(false);
            }
        }

        if (_receiver.IsTooLarge)
        {
            _services.Logger.FrameTooLarge(Id, _services.Options.MaxRequestSize);
            await CloseAsync(WebSocketCloseStatus.MessageTooBig).ConfigureAwait(false);
        }
        else
        {
            await CloseAsync(WebSocketCloseStatus.NormalClosure).ConfigureAwait(false);
        }
    }

    // False where the frame makes no sense here, although it is well-formed.
    private async ValueTask<bool> TryHandleAsync(StreamFrame frame)
    {
        switch (frame.Type)
        {
            case StreamFrameType.Ping:
                // Awaited: a client that asks without reading the answers is read no further.
                await SendAsync(StreamFrameWriter.WritePong).ConfigureAwait(false);
                return true;
            case StreamFrameType.Pong or StreamFrameType.BadFrame:
                return true;
            case StreamFrameType.OpenResult:
                return false;
            case StreamFrameType.Item when _calls.FindInput(frame) is { } input:
                await input.WaitForRoomAsync(InputPatience, _services.Time).ConfigureAwait(false);
                return _calls.TryHandle(frame);
            default:
                return _calls.TryHandle(frame);
        }
    }

    private async Task RefuseAsync(ReadOnlyMemory<byte> frame)
    {
        _services.Logger.BadFrame(Id);
        var text = Encoding.UTF8.GetString(frame.Span);
        await SendAsync(buffer => StreamFrameWriter.WriteBadFrame(buffer, text)).ConfigureAwait(false);
        await CloseAsync(WebSocketCloseStatus.ProtocolError).ConfigureAwait(false);
    }

    private async ValueTask SendAsync(Action<PodJsonBuffer> write)
    {
        ValueTask sent;
        using (var buffer = PodJsonBuffer.Rent())
        {
            write(buffer);
            sent = Sender.SendAsync(_lane, buffer.WrittenMemory.Span);
        }

        try
        {
            await sent.ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The reader notices the same and ends the socket.
        }
    }

    // Sends our half of the closing handshake. The reader goes on until the client's half comes, or until time is up.
    private async Task CloseAsync(WebSocketCloseStatus status)
    {
        if (Interlocked.Exchange(ref _closing, 1) != 0)
        {
            return;
        }

        var timer = new CancellationTokenSource(CloseTimeout, _services.Time);
        _ = timer.Token.UnsafeRegister(static state => ((StreamSocket)state!).Abort(), this);
        try
        {
            await Sender.WaitUntilIdleAsync().WaitAsync(timer.Token).ConfigureAwait(false);
            await _socket.CloseOutputAsync(status, null, timer.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException
            or InvalidOperationException)
        {
            Abort();
        }
    }

    private void Ping()
    {
        if (Interlocked.Increment(ref _unansweredPings) > MissedPongs)
        {
            _services.Logger.SocketSilent(Id, MissedPongs);
            Abort();
            return;
        }

        Send(StreamFrameWriter.WritePing);
    }

    private void Abort()
    {
        try
        {
            // The WebSocket alone cannot end a write that waits for a client which does not read.
            _abortConnection();
            _socket.Abort();
            _aborted.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Closed in the meantime.
        }
    }
}
