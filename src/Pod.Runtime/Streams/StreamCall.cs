using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pod.Protocol;
using Pod.Protocol.Serialization;
using Pod.Protocol.Streams;
using Pod.Runtime.Access;
using Pod.Runtime.Calls;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Streams;

/// <summary>One streaming call: its session, its input streams and the frames that answer it.</summary>
internal sealed class StreamCall : ICallOutput, ICallInputs, IThreadPoolWorkItem, IDisposable
{
    private readonly StreamSocket _socket;
    private readonly StreamCalls _calls;
    private readonly StreamServices _services;
    private readonly EndpointDescriptor _endpoint;
    private readonly EndpointMethod _method;
    private readonly string? _authorization;
    private readonly bool _hasAllInputs;
    private readonly byte[] _arguments;
    private readonly ActivityContext _parent;
    private readonly FrameLane _lane = new();
    private readonly Dictionary<string, StreamInput> _inputs;
    private readonly CancellationTokenSource _cancellation = new();
    private int _isOpened;
    private volatile bool _isClosed;

    public StreamCall(
        StreamSocket socket, StreamCalls calls, StreamServices services, StreamAddress address,
        (EndpointDescriptor Endpoint, EndpointMethod Method) called, in StreamFrame frame)
    {
        _socket = socket;
        _calls = calls;
        _services = services;
        (_endpoint, _method) = called;
        _authorization = frame.Authorization;
        var inputs = frame.Inputs;
        _hasAllInputs = _method.StreamParameters.All(name => inputs.Contains(name));
        Address = address;
        _arguments = frame.Payload.ToArray();
        _inputs = _method.StreamParameters.ToDictionary(
            static name => name, name => new StreamInput(name, services.Options.Streams.MaxUnreadItems, services.Protocol.Models));
        ActivityContext.TryParse(frame.TraceParent, null, isRemote: true, out _parent);
    }

    public StreamAddress Address { get; }

    public void Execute() => _ = RunAsync();

    public void Dispose() => _cancellation.Dispose();

    /// <summary>Handles an item, a failure or the end of an input; false where the call has no such input.</summary>
    public bool TryHandleInput(in StreamFrame frame)
    {
        if (!_inputs.TryGetValue(frame.Parameter!, out var input))
        {
            return false;
        }

        switch (frame.Type)
        {
            case StreamFrameType.Item when !input.TryAdd(frame.Payload.Span):
                SendClose(input.Name, StreamCloseReason.Error);
                break;
            case StreamFrameType.Failure:
                input.SetFailure(frame.Payload.Span);
                break;
            case StreamFrameType.Close:
                input.End(frame.CloseReason);
                break;
        }

        return true;
    }

    public StreamInput? FindInput(string name) => _inputs.GetValueOrDefault(name);

    /// <summary>Ends the call with an error, whatever its method does about it.</summary>
    public void CloseByServer()
    {
        Opened();
        End(StreamCloseReason.Error, null);
        CloseByClient();
    }

    public void CloseByClient()
    {
        _isClosed = true;
        _calls.Forget(this);
        _ = CancelAsync();
    }

    public async Task CancelAsync()
    {
        try
        {
            await _cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ObjectDisposedException or AggregateException)
        {
            // Ended in the meantime, or a callback of the method failed; the method itself reports what went wrong with it.
        }
    }

    public void Opened()
    {
        if (Volatile.Read(ref _isOpened) == 0 && Interlocked.Exchange(ref _isOpened, 1) == 0)
        {
            SendOpenResult(StreamOpenResult.Success);
        }
    }

    public ValueTask WriteItemAsync<T>(JsonCodec<T> codec, T item, bool isAwaited)
    {
        Opened();
        if (_isClosed)
        {
            throw new OperationCanceledException(_cancellation.Token);
        }

        using var buffer = PodJsonBuffer.Rent();
        StreamFrameWriter.WriteItem(buffer, Address, null, codec, item);
        var frame = buffer.WrittenMemory.Span;
        return isAwaited ? _socket.Sender.SendAsync(_lane, frame) : _socket.Sender.SendWithNextAsync(_lane, frame);
    }

    public void Flush() => _socket.Sender.Flush();

    public async ValueTask WriteResultAsync<T>(JsonCodec<T> codec, T result, bool isRaw)
    {
        await WriteItemAsync(codec, result, isAwaited: false).ConfigureAwait(false);
        await CompleteAsync().ConfigureAwait(false);
    }

    public ValueTask WriteRawAsync(object? result) => throw new NotSupportedException();

    public ValueTask CompleteAsync()
    {
        End(StreamCloseReason.Done, null);
        return ValueTask.CompletedTask;
    }

    public IAsyncEnumerable<T> Open<T>(string name, JsonCodec<T> codec) => _inputs.TryGetValue(name, out var input)
        ? input.ReadAsync(codec, this, _cancellation.Token)
        : throw new InvalidOperationException($"'{_method.Name}' has no stream '{name}'.");

    /// <summary>The method stopped reading an input before its end.</summary>
    public void StopInput(StreamInput input)
    {
        if (input.TryStop())
        {
            Opened();
            SendClose(input.Name, input.HasBadItem ? StreamCloseReason.Error : StreamCloseReason.Done);
        }
    }

    private async Task RunAsync()
    {
        var scope = _services.Scopes.CreateAsyncScope();
        try
        {
            var session = new StreamSession(scope.ServiceProvider, Address.Endpoint, Address.Method, _parent, _cancellation.Token);
            await using (session.ConfigureAwait(false))
            {
                await RunAsync(session).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Nobody awaits a call; whatever happens here must end in the log and not in an unobserved task.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _services.Logger.CallFailed(e, Address.Endpoint, Address.Method);
            Opened();
            End(StreamCloseReason.Error, null);
        }
        finally
        {
            await DisposeScopeAsync(scope).ConfigureAwait(false);
            _calls.Remove(this);
            Dispose();
        }
    }

    private async Task RunAsync(StreamSession session)
    {
        Endpoint? instance = null;
        try
        {
            if (!await _services.Access.TryAuthenticateAsync(session, _authorization).ConfigureAwait(false))
            {
                Refuse(session, StreamOpenResult.AuthenticationFailed, "malformed credentials");
                return;
            }

            instance = _endpoint.Create(session.Services);
            var rules = _method.RulesIn(_endpoint);
            if (_services.Access.Check(session, instance, rules) is not AccessDecision.Granted and var refusal)
            {
                var result = refusal == AccessDecision.LoginNeeded ? StreamOpenResult.AuthenticationFailed : StreamOpenResult.AuthorizationDeclined;
                Refuse(session, result, refusal.ToString());
                return;
            }

            if (!_hasAllInputs)
            {
                Refuse(session, StreamOpenResult.InvalidArguments, "an input stream is missing");
                return;
            }

            using var lease = new StreamLease(CloseByServer, _services, session, instance, rules);
            var call = new PodCall(session, instance, _method, _arguments, this);
            await _services.Filters.RunAsync(call, _method, this).ConfigureAwait(false);
            if (instance.LogSessions)
            {
                session.Logger.CallSucceeded(Address.Endpoint, Address.Method, session.Duration.TotalMilliseconds);
            }
        }
        catch (CallRefusedException e)
        {
            Refuse(session, StreamOpenResult.InvalidArguments, e.Message);
        }
        catch (Exception e) when (_cancellation.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            session.Logger.CallCancelled(Address.Endpoint, Address.Method);
            Opened();
            End(StreamCloseReason.Error, null);
        }
#pragma warning disable CA1031 // Whatever a method throws, the caller gets to know that it failed and the server goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Opened();
            End(StreamCloseReason.Error, await _services.Failures.ReportAsync(session, instance, e).ConfigureAwait(false));
        }
    }

    private void Refuse(StreamSession session, StreamOpenResult result, string reason)
    {
        session.Logger.CallRefused(Address.Endpoint, Address.Method, reason);
        if (Interlocked.Exchange(ref _isOpened, 1) == 0)
        {
            SendOpenResult(result);
        }
    }

    private async ValueTask DisposeScopeAsync(AsyncServiceScope scope)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A service that fails to dispose must not keep the call in the books.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _services.Logger.CallFailed(e, Address.Endpoint, Address.Method);
        }
    }

    private void End(StreamCloseReason reason, IPodModel? failure)
    {
        foreach (var input in _inputs.Values)
        {
            StopInput(input);
        }

        if (failure is not null)
        {
            Send(buffer => StreamFrameWriter.WriteFailure(buffer, Address, null, failure));
        }

        SendClose(null, reason);
    }

    private void SendOpenResult(StreamOpenResult result) => Send(buffer => StreamFrameWriter.WriteOpenResult(buffer, Address, result));

    private void SendClose(string? input, StreamCloseReason reason) => Send(buffer => StreamFrameWriter.WriteClose(buffer, Address, input, reason));

    // For the few frames around the items: they never wait, because the items before them did.
    private void Send(Action<PodJsonBuffer> write)
    {
        if (_isClosed)
        {
            return;
        }

        using var buffer = PodJsonBuffer.Rent();
        write(buffer);
        _ = IgnoreAsync(_socket.Sender.SendAsync(_lane, buffer.WrittenMemory.Span));
    }

    private static async Task IgnoreAsync(ValueTask sent)
    {
        try
        {
            await sent.ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The socket is gone and the call is being cancelled for it.
        }
    }
}
