using Pod.Protocol;
using Pod.Runtime.Calls;

namespace Pod.Runtime;

/// <summary>A method that takes streams and returns a task with a result.</summary>
/// <typeparam name="TEndpoint">The endpoint class.</typeparam>
/// <typeparam name="TResult">What the method gives.</typeparam>
public sealed class StreamingCallMethod<TEndpoint, TResult>(
    string name, string[] parameters, string[] streamParameters, JsonCodec<TResult> result, Func<TEndpoint, PodCall, Task<TResult>> invoke) : EndpointMethod<TEndpoint>(name, parameters, streamParameters)
    where TEndpoint : Endpoint
{
    /// <inheritdoc/>
    public override bool IsStreaming => true;

    internal override async Task RunAsync(PodCall call, ICallOutput output)
    {
        var endpoint = (TEndpoint)call.Endpoint;
        var running = invoke(endpoint, call);
        output.Opened();
        await output.WriteResultAsync(result, await running.ConfigureAwait(false), endpoint.SendAsRaw).ConfigureAwait(false);
    }
}
