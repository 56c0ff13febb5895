using System.Runtime.CompilerServices;
using Pod.Client.Diagnostics;
using Pod.Client.Streams;
using Pod.Protocol;

namespace Pod.Client;

/// <summary>Base of the generated class of each endpoint.</summary>
public abstract class EndpointClient
{
    private readonly PodClient _client;

    /// <summary>Creates the caller of an endpoint.</summary>
    protected EndpointClient(PodClient client, string endpoint)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(endpoint);
        _client = client;
        Name = endpoint;
        client.Add(this);
    }

    internal string Name { get; }

    /// <summary>Calls a method that has a result.</summary>
    protected Task<T> CallAsync<T>(string method, CallArguments arguments, JsonCodec<T> result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(result);
        return _client.Http.CallAsync(Name, method, arguments.Complete(), result, cancellationToken);
    }

    /// <summary>Calls a method that has no result.</summary>
    protected Task CallAsync(string method, CallArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return _client.Http.CallAsync(Name, method, arguments.Complete(), cancellationToken);
    }

    /// <summary>Opens a stream when it is enumerated; leaving the loop closes it.</summary>
    protected IAsyncEnumerable<T> StreamAsync<T>(
        string method, CallArguments arguments, JsonCodec<T> item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(item);
        return EnumerateAsync(method, arguments.Complete(), item, cancellationToken);
    }

    /// <summary>Calls a method that takes streams and has a result.</summary>
    protected Task<T> StreamingCallAsync<T>(
        string method, CallArguments arguments, JsonCodec<T> result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(result);
        return RunAsync(
            method,
            arguments.Complete(),
            async call =>
            {
                if (!await call.WaitToReadAsync(cancellationToken).ConfigureAwait(false) || !call.TryRead(result, out var value))
                {
                    throw new PodClientStreamException($"{Name}/{method}: the server ended the call without a result.");
                }

                await call.WaitForEndAsync(cancellationToken).ConfigureAwait(false);
                return value;
            },
            cancellationToken);
    }

    /// <summary>Calls a method that takes streams and has no result.</summary>
    protected Task StreamingCallAsync(string method, CallArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return RunAsync(
            method,
            arguments.Complete(),
            async call =>
            {
                await call.WaitForEndAsync(cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    private async IAsyncEnumerable<T> EnumerateAsync<T>(
        string method, EncodedArguments arguments, JsonCodec<T> codec, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = new StreamReading<T>(_client, Name, method, arguments, codec);
        await using (reading.ConfigureAwait(false))
        {
            while (await reading.MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return reading.Current;
            }
        }
    }

    private async Task<T> RunAsync<T>(string method, EncodedArguments arguments, Func<ClientCall, Task<T>> run, CancellationToken cancellationToken)
    {
        var sockets = _client.Sockets;
        using var observation = CallObservation.Start(_client, Name, method, arguments.Json);
        try
        {
            var call = await sockets.OpenAsync(Name, method, arguments, observation.TraceParent, isReopened: false, cancellationToken).ConfigureAwait(false);
            await using (call.ConfigureAwait(false))
            {
                return await run(call).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            observation.Fail(e);
            throw;
        }
    }
}
