using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Threading.Channels;
using Pod.Client.Http;
using Pod.Protocol;
using Pod.Protocol.Serialization;
using Pod.Protocol.Streams;

namespace Pod.Client.Streams;

/// <summary>One open call: its queue of received items and its input streams. Dispose it to close the call.</summary>
internal sealed class ClientCall : IAsyncDisposable
{
    private const int FullItems = 256;
    private const int FullBytes = 256 * 1024;

    // What an application may leave unread while other streams share the socket.
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly ClientSocket _socket;
    private readonly PodClient _client;
    private readonly EncodedArguments _arguments;
    private readonly Func<ValueTask> _release;
    private readonly ClientInputs _inputs;
    private readonly FrameLane _lane = new();
    private readonly Channel<ArraySegment<byte>> _items = Channel.CreateUnbounded<ArraySegment<byte>>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = false });

    private readonly TaskCompletionSource<StreamOpenResult> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PodModelException? _modelException;
    private int _queuedBytes;
    private int _queuedItems;
    private int _isEnded;
    private int _isReleased;

    public ClientCall(
        ClientSocket socket, PodClient client, string endpoint, string method, EncodedArguments arguments, Func<ValueTask> release)
    {
        _socket = socket;
        _client = client;
        _arguments = arguments;
        _release = release;
        Address = new StreamAddress(endpoint, method, Guid.NewGuid());
        _inputs = new ClientInputs(socket, Address, arguments.Inputs);
    }

    public StreamAddress Address { get; }

    public bool IsFull => _isEnded == 0 && (_queuedItems >= FullItems || _queuedBytes >= FullBytes);

    private string Name => $"{Address.Endpoint}/{Address.Method}";

    public async Task OpenAsync(string? authorization, string? traceParent, CancellationToken cancellationToken)
    {
        _socket.Add(this);
        using var timeout = new CancellationTokenSource(_client.Options.ConnectTimeout, _client.Options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var names = _arguments.Inputs.Select(static input => input.Name);
            _socket.Send(_lane, buffer => StreamFrameWriter.WriteOpen(buffer, Address, _arguments.Json, names, authorization, traceParent));
            var result = await _opened.Task.WaitAsync(either.Token).ConfigureAwait(false);
            if (result != StreamOpenResult.Success)
            {
                Interlocked.Exchange(ref _isEnded, 1);
                throw HttpFailure.From(StatusOf(result), Name, "", null);
            }
        }
        catch (OperationCanceledException e)
        {
            Leave();
            cancellationToken.ThrowIfCancellationRequested();
            throw new PodClientStreamConnectTimeoutException($"{Name} did not open within {_client.Options.ConnectTimeout}.", e);
        }
        catch
        {
            _socket.Remove(this);
            throw;
        }

        _inputs.Start();
    }

    public void Handle(in StreamFrame frame)
    {
        switch (frame.Type)
        {
            case StreamFrameType.OpenResult:
                _opened.TrySetResult(frame.OpenResult);
                break;
            case StreamFrameType.Item when frame.Parameter is null:
                Add(frame.Payload.Span);
                break;
            case StreamFrameType.Failure when frame.Parameter is null:
                _modelException = HttpFailure.DecodeModel(frame.Payload.Span, _client.Models);
                break;
            case StreamFrameType.Close when frame.Parameter is null:
                End(frame.CloseReason == StreamCloseReason.Done
                    ? null
                    : _modelException ?? (Exception)new PodClientStreamException($"{Name}: the method failed on the server."));
                break;
            case StreamFrameType.Close:
                _inputs.Stop(frame.Parameter!);
                break;
        }
    }

    public void Fail(PodClientStreamException failure)
    {
        _opened.TrySetException(failure);
        End(failure);
    }

    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken) => _items.Reader.WaitToReadAsync(cancellationToken);

    public bool TryRead<T>(JsonCodec<T> codec, [MaybeNullWhen(false)] out T item)
    {
        item = default;
        if (!_items.Reader.TryRead(out var bytes))
        {
            return false;
        }

        Interlocked.Add(ref _queuedBytes, -bytes.Count);
        if (Interlocked.Decrement(ref _queuedItems) is FullItems / 2 or 0)
        {
            _socket.Resume();
        }

        try
        {
            item = PodJson.Decode(new TaggedCodec<T>(codec, _client.Models), bytes, JsonAudience.Visible);
            return true;
        }
        catch (PodJsonException e)
        {
            throw new PodClientProtocolException($"An item of {Name}", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes.Array!);
        }
    }

    /// <summary>Waits for the end of the call; items that come until then are of no interest.</summary>
    public async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        while (await WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_items.Reader.TryRead(out var bytes))
            {
                ArrayPool<byte>.Shared.Return(bytes.Array!);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) != 0)
        {
            return;
        }

        Leave();
        await _inputs.StopAllAsync().ConfigureAwait(false);
        await _release().ConfigureAwait(false);
    }

    private static HttpStatusCode StatusOf(StreamOpenResult result) => result switch
    {
        StreamOpenResult.EndpointNotFound => HttpStatusCode.NotFound,
        StreamOpenResult.AuthenticationFailed => HttpStatusCode.Unauthorized,
        StreamOpenResult.AuthorizationDeclined => HttpStatusCode.Forbidden,
        _ => HttpStatusCode.BadRequest,
    };

    // Tells the server that nobody listens any more, unless it was the server that ended the call.
    private void Leave()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            _socket.Send(_lane, buffer => StreamFrameWriter.WriteClose(buffer, Address, null, StreamCloseReason.Done));
        }

        _items.Writer.TryComplete();
        _socket.Remove(this);
    }

    private void Add(ReadOnlySpan<byte> item)
    {
        if (_queuedBytes + item.Length > MostBytes)
        {
            _socket.Send(_lane, buffer => StreamFrameWriter.WriteClose(buffer, Address, null, StreamCloseReason.Error));
            End(new PodClientStreamException($"{Name}: more than {MostBytes} bytes of items were waiting to be read."));
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(item.Length);
        item.CopyTo(rented);
        Interlocked.Add(ref _queuedBytes, item.Length);
        Interlocked.Increment(ref _queuedItems);
        if (!_items.Writer.TryWrite(new ArraySegment<byte>(rented, 0, item.Length)))
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void End(Exception? failure)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            _items.Writer.TryComplete(failure);
            _ = _inputs.StopAllAsync();
        }
    }
}
