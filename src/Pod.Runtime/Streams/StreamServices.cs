using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pod.Runtime.Access;
using Pod.Runtime.Calls;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Streams;

/// <summary>What every stream socket of the server works with.</summary>
internal sealed class StreamServices(
    PodServerProtocol protocol, IOptions<PodOptions> options, CallAccess access, CallFilters filters, CallFailures failures,
    IServiceScopeFactory scopes, TimeProvider time, SessionLogger logger)
{
    private readonly FrozenDictionary<string, EndpointDescriptor> _endpoints =
        protocol.AllEndpoints.ToFrozenDictionary(static endpoint => endpoint.Name, StringComparer.Ordinal);

    public PodServerProtocol Protocol => protocol;

    public PodOptions Options { get; } = options.Value;

    public CallAccess Access => access;

    public CallFilters Filters => filters;

    public CallFailures Failures => failures;

    public IServiceScopeFactory Scopes => scopes;

    public TimeProvider Time => time;

    public ILogger Logger => logger.Logger;

    /// <summary>Finds a streaming method and its endpoint.</summary>
    public (EndpointDescriptor Endpoint, EndpointMethod Method)? FindMethod(string endpoint, string method)
        => _endpoints.GetValueOrDefault(endpoint) is { } descriptor && descriptor.Find(method) is { IsStreaming: true } found
            ? (descriptor, found)
            : null;
}
