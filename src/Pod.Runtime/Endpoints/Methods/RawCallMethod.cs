using Pod.Runtime.Calls;

namespace Pod.Runtime;

/// <summary>A method of an endpoint that sends as raw, whose result is no model: a stream, bytes, or a result of ASP.NET Core.</summary>
/// <typeparam name="TEndpoint">The endpoint class.</typeparam>
/// <typeparam name="TResult"><see cref="Stream"/>, <see cref="ReadOnlyMemory{T}"/> of bytes, or <see cref="Microsoft.AspNetCore.Http.IResult"/>.</typeparam>
public sealed class RawCallMethod<TEndpoint, TResult>(
    string name, string[] parameters, Func<TEndpoint, PodCall, Task<TResult>> invoke) : EndpointMethod<TEndpoint>(name, parameters, [])
    where TEndpoint : Endpoint
{
    /// <inheritdoc/>
    public override bool IsStreaming => false;

    internal override async Task RunAsync(PodCall call, ICallOutput output)
        => await output.WriteRawAsync(await invoke((TEndpoint)call.Endpoint, call).ConfigureAwait(false)).ConfigureAwait(false);
}
