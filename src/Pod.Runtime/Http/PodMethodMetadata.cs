namespace Pod.Runtime;

/// <summary>On the routing endpoint of each callable method: which method that is.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Method">The method.</param>
public sealed record PodMethodMetadata(EndpointDescriptor Endpoint, EndpointMethod Method);
