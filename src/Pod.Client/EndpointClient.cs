using System.Runtime.CompilerServices;
using Pod.Client.Streams;
using Pod.Protocol;

namespace Pod.Client;

/// <summary>Base of the generated class of each endpoint.</summary>
public abstract class EndpointClient
{
    private readonly PodClient _client;
    private readonly string _endpoint;

    /// <summary>Creates the caller of an endpoint.</summary>
    protected EndpointClient(PodClient client, string endpoint)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(endpoint);
        _client = client;
        _endpoint = endpoint;
    }

    /// <summary>Calls a method that has a result.</summary>
    protected Task<T> CallAsync<T>(string method, CallArguments arguments, JsonCodec<T> result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(result);
        return _client.Http.CallAsync(_endpoint, method, arguments.Complete(), result, cancellationToken);
    }

    /// <summary>Calls a method that has no result.</summary>
    protected Task CallAsync(string method, CallArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return _client.Http.CallAsync(_endpoint, method, arguments.Complete(), cancellationToken);
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
    protected async Task<T> StreamingCallAsync<T>(
        string method, CallArguments arguments, JsonCodec<T> result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(result);
        var call = await OpenAsync(method, arguments.Complete(), cancellationToken).ConfigureAwait(false);
        await using (call.ConfigureAwait(false))
        {
            if (!await call.WaitToReadAsync(cancellationToken).ConfigureAwait(false) || !call.TryRead(result, out var value))
            {
                throw new PodClientStreamException($"{_endpoint}/{method}: the server ended the call without a result.");
            }

            await call.WaitForEndAsync(cancellationToken).ConfigureAwait(false);
            return value;
        }
    }

    /// <summary>Calls a method that takes streams and has no result.</summary>
    protected async Task StreamingCallAsync(string method, CallArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var call = await OpenAsync(method, arguments.Complete(), cancellationToken).ConfigureAwait(false);
        await using (call.ConfigureAwait(false))
        {
            await call.WaitForEndAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<T> EnumerateAsync<T>(
        string method, EncodedArguments arguments, JsonCodec<T> codec, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = await OpenAsync(method, arguments, cancellationToken).ConfigureAwait(false);
        await using (call.ConfigureAwait(false))
        {
            while (await call.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (call.TryRead(codec, out var item))
                {
                    yield return item;
                }
            }
        }
    }

    private Task<ClientCall> OpenAsync(string method, EncodedArguments arguments, CancellationToken cancellationToken)
        => _client.Sockets.OpenAsync(_endpoint, method, arguments, cancellationToken);
}
