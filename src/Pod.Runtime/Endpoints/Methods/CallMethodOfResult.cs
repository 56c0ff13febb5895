using Pod.Protocol;
using Pod.Runtime.Calls;
using Pod.Runtime.Http;

namespace Pod.Runtime;

/// <summary>A method that returns a task with a result.</summary>
/// <typeparam name="TEndpoint">The endpoint class.</typeparam>
/// <typeparam name="TResult">What the method gives.</typeparam>
public sealed class CallMethod<TEndpoint, TResult>(
    string name, string[] parameters, JsonCodec<TResult> result, Func<TEndpoint, PodCall, Task<TResult>> invoke) : EndpointMethod<TEndpoint>(name, parameters, [])
    where TEndpoint : Endpoint
{
    /// <inheritdoc/>
    public override bool IsStreaming => false;

    internal override async Task RunAsync(PodCall call, ICallOutput output)
    {
        var endpoint = (TEndpoint)call.Endpoint;
        // Only HTTP calls what does not stream. Through the class rather than the interface, where a generic method is looked up at each call.
        var response = (HttpCallOutput)output;
        await response.WriteResultAsync(result, await invoke(endpoint, call).ConfigureAwait(false), endpoint.SendAsRaw).ConfigureAwait(false);
    }
}
