using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pod.Runtime.Calls;

namespace Pod.Runtime.Streams;

/// <summary>What every stream socket of the server works with.</summary>
internal sealed class StreamServices(
    PodServerProtocol protocol, PodOptions options, CallFilters filters, IServiceScopeFactory scopes, TimeProvider time, ILogger logger)
{
    private readonly FrozenDictionary<string, EndpointDescriptor> _endpoints =
        protocol.AllEndpoints.ToFrozenDictionary(static endpoint => endpoint.Name, StringComparer.Ordinal);

    public PodServerProtocol Protocol => protocol;

    public PodOptions Options => options;

    public CallFilters Filters => filters;

    public IServiceScopeFactory Scopes => scopes;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public EndpointMethod? FindMethod(string endpoint, string method)
        => _endpoints.GetValueOrDefault(endpoint)?.Find(method) is { IsStreaming: true } found ? found : null;
}
