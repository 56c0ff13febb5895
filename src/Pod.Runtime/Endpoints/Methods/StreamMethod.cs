using Microsoft.Extensions.DependencyInjection;
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
        var endpoint = call.Session.Services.GetRequiredService<TEndpoint>();
        call.Endpoint = endpoint;
        var items = invoke(endpoint, call);
        output.Opened();
        await foreach (var value in items.WithCancellation(call.CancellationToken).ConfigureAwait(false))
        {
            await output.WriteItemAsync(item, value).ConfigureAwait(false);
        }

        await output.CompleteAsync().ConfigureAwait(false);
    }
}
