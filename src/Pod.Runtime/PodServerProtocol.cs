using Pod.Protocol;

namespace Pod.Runtime;

/// <summary>What the generator knows about an application's server. The generated class derives from this one.</summary>
public abstract class PodServerProtocol
{
    /// <summary>The models that travel. Server-only models are not among them: an exception of that kind reaches callers as a bare 500.</summary>
    public abstract ModelRegistry Models { get; }

    /// <summary>All endpoints that can be called.</summary>
    public abstract IReadOnlyList<EndpointDescriptor> Endpoints { get; }
}
