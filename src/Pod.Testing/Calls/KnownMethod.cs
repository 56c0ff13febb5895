using Pod.Runtime;

namespace Pod.Testing.Calls;

/// <summary>A method of the server under test.</summary>
internal sealed record KnownMethod(EndpointDescriptor Endpoint, EndpointMethod Method)
{
    /// <summary>As messages call it.</summary>
    public string Name => $"{Endpoint.Name}.{Method.Name}";

    /// <exception cref="InvalidOperationException">The server has no such method, so the generated file is older than the server.</exception>
    public static KnownMethod Find(PodTestHost host, string endpoint, string method)
        => host.Protocol.AllEndpoints.FirstOrDefault(candidate => candidate.Name == endpoint) is { } descriptor && descriptor.Find(method) is { } found
            ? new KnownMethod(descriptor, found)
            : throw new InvalidOperationException(
                $"The server has no method '{method}' in an endpoint '{endpoint}'. The generated test tools are older than the server: run 'dotnet pod generate'.");
}
