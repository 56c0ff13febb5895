using Pod.Runtime.Calls;

namespace Pod.Runtime;

/// <summary>A method that takes streams and returns a task without result.</summary>
/// <typeparam name="TEndpoint">The endpoint class.</typeparam>
public sealed class StreamingCallMethod<TEndpoint>(
    string name, string[] parameters, string[] streamParameters, Func<TEndpoint, PodCall, Task> invoke) : EndpointMethod<TEndpoint>(name, parameters, streamParameters)
    where TEndpoint : Endpoint
{
    /// <inheritdoc/>
    public override bool IsStreaming => true;

    internal override async Task RunAsync(PodCall call, ICallOutput output)
    {
        var endpoint = (TEndpoint)call.Endpoint;
        var running = invoke(endpoint, call);
        output.Opened();
        await running.ConfigureAwait(false);
        await output.CompleteAsync().ConfigureAwait(false);
    }
}
