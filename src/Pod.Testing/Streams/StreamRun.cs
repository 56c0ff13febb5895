using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Pod.Protocol;
using Pod.Runtime;
using Pod.Runtime.Access;
using Pod.Runtime.Calls;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Streams;
using Pod.Testing.Calls;
using Pod.Testing.Scopes;

namespace Pod.Testing.Streams;

/// <summary>One streaming call in process: what the server does with it between the frames.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has neither timer nor handle, and whoever cancels too late must not find it disposed of.")]
internal sealed class StreamRun<T> : ICallOutput, ICallInputs
{
    // As in production a method whose reader is slow has to wait.
    private const int Window = 256;

    private readonly PodTestScope _test;
    private readonly KnownMethod _known;
    private readonly TestArguments _arguments;
    private readonly string? _authorization;
    private readonly IServiceProvider? _replacements;
    private readonly Codec _codec;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<T> _items = Channel.CreateBounded<T>(Window);
    private volatile Exception? _failure;

    private StreamRun(PodTestScope test, KnownMethod known, TestArguments arguments, string? authorization, IServiceProvider? replacements, Codec codec)
    {
        _test = test;
        _known = known;
        _arguments = arguments;
        _authorization = authorization;
        _replacements = replacements;
        _codec = codec;
    }

    /// <summary>Ends when the method has reached its first wait; fails when it was refused.</summary>
    public Task Opened => _opened.Task;

    public ChannelReader<T> Items => _items.Reader;

    /// <summary>Ends with the call, and does not fail.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public Exception? Failure => _failure;

    public static StreamRun<T> Start(PodTestScope test, KnownMethod known, TestArguments arguments, string? authorization, IServiceProvider? replacements, Codec codec)
    {
        var run = new StreamRun<T>(test, known, arguments, authorization, replacements, codec);
        var body = codec == Codec.Skip ? [] : arguments.ToBody();
        run.Completion = Task.Run(() => run.RunAsync(body));
        test.Track(new StartedWork(known.Name, run.Completion, run.Cancel));
        return run;
    }

    public void Cancel() => _cancellation.Cancel();

    void ICallOutput.Opened() => _opened.TrySetResult();

    public ValueTask WriteItemAsync<TItem>(JsonCodec<TItem> codec, TItem item, bool isAwaited)
    {
        _opened.TrySetResult();
        return _items.Writer.WriteAsync((T)(object)Travel(codec, item)!, _cancellation.Token);
    }

    public void Flush()
    {
    }

    public ValueTask WriteResultAsync<TResult>(JsonCodec<TResult> codec, TResult result, bool isRaw) => WriteItemAsync(codec, result, isAwaited: false);

    public ValueTask WriteRawAsync(object? result) => throw new NotSupportedException();

    public ValueTask CompleteAsync() => ValueTask.CompletedTask;

    public async IAsyncEnumerable<TItem> Open<TItem>(string name, JsonCodec<TItem> codec)
    {
        _opened.TrySetResult();
        var source = ((IAsyncEnumerable<TItem>)_arguments.Streams[name]).GetAsyncEnumerator(_cancellation.Token);
        await using (source.ConfigureAwait(false))
        {
            while (await MoveNextAsync(name, source).ConfigureAwait(false))
            {
                yield return Travel(codec, source.Current);
            }
        }
    }

    // Clients send exceptions of the application as they are, and of others only that there was one.
    private async Task<bool> MoveNextAsync<TItem>(string name, IAsyncEnumerator<TItem> source)
    {
        try
        {
            return await source.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not PodModelException && !_cancellation.IsCancellationRequested)
        {
            throw new StreamClosedException(name, "the client reported an error.", failure);
        }
    }

    private TItem Travel<TItem>(JsonCodec<TItem> codec, TItem item)
        => _codec == Codec.Skip ? item : PodJson.Decode(codec, PodJson.Encode(codec, item, JsonAudience.Visible), JsonAudience.Visible);

    private async Task RunAsync(byte[] body)
    {
        _test.Enter();
        try
        {
            var scope = _test.Host.Services.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var session = new StreamSession(ReplacedServices.Over(scope.ServiceProvider, _replacements), _known.Endpoint.Name, _known.Method.Name, default, _cancellation.Token);
                await using (session.ConfigureAwait(false))
                {
                    await RunAsync(session, body).ConfigureAwait(false);
                }
            }
        }
#pragma warning disable CA1031 // Whatever happens belongs to the reader of the stream.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure ??= failure is CallRefusedException refused
                ? new PodCallRefusedException(_known.Endpoint.Name, _known.Method.Name, refused.Status, refused.Message)
                : failure;
        }

        _items.Writer.TryComplete();
        if (_failure is { } reason)
        {
            _opened.TrySetException(reason);
            _ = _opened.Task.Exception;
        }

        _opened.TrySetResult();
    }

    private async Task RunAsync(StreamSession session, byte[] body)
    {
        Endpoint? instance = null;
        try
        {
            var server = session.Services.GetRequiredService<StreamServices>();
            if (!await server.Access.TryAuthenticateAsync(session, _authorization).ConfigureAwait(false))
            {
                throw new CallRefusedException(400, "The credentials are malformed.");
            }

            instance = _known.Endpoint.Create(session.Services);
            var rules = _known.Method.RulesIn(_known.Endpoint);
            RequireAccess(server.Access.Check(session, instance, rules), session, instance);
            using var lease = new StreamLease(CloseByServer, server, session, instance, rules);
            var call = _codec == Codec.Skip
                ? new PodCall(session, instance, _known.Method, new DirectValues(_arguments.Values), this)
                : new PodCall(session, instance, _known.Method, body, this);
            await server.Filters.RunAsync(call, _known.Method, this).ConfigureAwait(false);
            if (instance.LogSessions)
            {
                session.Logger.CallSucceeded(_known.Endpoint.Name, _known.Method.Name, session.Duration.TotalMilliseconds);
            }
        }
        catch (Exception failure) when (failure is PodTestException or CallRefusedException)
        {
            session.Logger.CallRefused(_known.Endpoint.Name, _known.Method.Name, failure.Message);
            throw;
        }
        catch (Exception failure) when (_cancellation.IsCancellationRequested && failure is OperationCanceledException)
        {
            session.Logger.CallCancelled(_known.Endpoint.Name, _known.Method.Name);
            throw;
        }
        catch (Exception failure)
        {
            await session.Services.GetRequiredService<CallFailures>().ReportAsync(session, instance, failure).ConfigureAwait(false);
            throw;
        }
    }

    private void RequireAccess(AccessDecision decision, Session session, Endpoint instance)
    {
        switch (decision)
        {
            case AccessDecision.LoginNeeded:
                throw new PodUnauthenticatedException(_known.Endpoint.Name, _known.Method.Name);
            case AccessDecision.ScopeMissing:
                throw new PodMissingScopeException(_known.Endpoint.Name, _known.Method.Name, MissingScope.Of(_known, instance, session));
        }
    }

    private void CloseByServer()
    {
        _failure ??= new StreamClosedException($"The server closed the stream of '{_known.Name}': the caller lost the sign-in or a scope that it needs, or it lasted too long.");
        _cancellation.Cancel();
    }
}
