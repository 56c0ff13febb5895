namespace Pod.Benchmarks.Rpc.Contenders;

/// <summary>The generated protocol without its tables, which belong to another suite: calls need no database here.</summary>
internal sealed class CallsOnlyProtocol : PodServerProtocol
{
    public override ModelRegistry Models => Protocol.Registry;

    public override IReadOnlyList<EndpointDescriptor> Endpoints { get; } = new Protocol().Endpoints;
}
