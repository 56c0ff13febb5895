using Pod.Protocol;
using Pod.Runtime.Calls;

namespace Pod.Runtime;

/// <summary>A method that returns a stream.</summary>
/// <typeparam name="TEndpoint">The endpoint class.</typeparam>
/// <typeparam name="TItem">The items of the stream.</typeparam>
public sealed class StreamMethod<TEndpoint, TItem>(
    string name, string[] parameters, string[] streamParameters, JsonCodec<TItem> item, Func<TEndpoint, PodCall, IAsyncEnumerable<TItem>> invoke) : EndpointMethod<TEndpoint>(name, parameters, streamParameters)
    where TEndpoint : Endpoint
{
    /// <inheritdoc/>
    public override bool IsStreaming => true;

    internal override async Task RunAsync(PodCall call, ICallOutput output)
    {
        var endpoint = (TEndpoint)call.Endpoint;
        var items = invoke(endpoint, call).GetAsyncEnumerator(call.CancellationToken);
        await using (items.ConfigureAwait(false))
        {
            // The method runs up to its first wait before the client sees the stream open: what it subscribed to by then, the client cannot miss.
            var next = items.MoveNextAsync();
            output.Opened();
            var isAwaited = !next.IsCompleted;
            while (await next.ConfigureAwait(false))
            {
                await output.WriteItemAsync(item, items.Current, isAwaited).ConfigureAwait(false);
                next = items.MoveNextAsync();
                isAwaited = !next.IsCompleted;
                if (isAwaited)
                {
                    output.Flush();
                }
            }
        }

        await output.CompleteAsync().ConfigureAwait(false);
    }
}
