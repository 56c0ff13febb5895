using Pod.Runtime.Calls;

namespace Pod.Runtime;

/// <summary>A method that returns a task without result.</summary>
/// <typeparam name="TEndpoint">The endpoint class.</typeparam>
public sealed class CallMethod<TEndpoint>(
    string name, string[] parameters, Func<TEndpoint, PodCall, Task> invoke) : EndpointMethod<TEndpoint>(name, parameters, [])
    where TEndpoint : Endpoint
{
    /// <inheritdoc/>
    public override bool IsStreaming => false;

    internal override async Task RunAsync(PodCall call, ICallOutput output)
    {
        var endpoint = (TEndpoint)call.Endpoint;
        await invoke(endpoint, call).ConfigureAwait(false);
        await output.CompleteAsync().ConfigureAwait(false);
    }
}
