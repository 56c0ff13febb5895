namespace Pod.Benchmarks.Rpc.Endpoints;

/// <summary>A small call for everybody.</summary>
public sealed class OrderEndpoint : Endpoint
{
#pragma warning disable CA1822 // Methods of endpoints are instance methods.
    public Task<PricedLine> Price(Session session, OrderLine line) => Task.FromResult(Pricing.Price(line));
#pragma warning restore CA1822
}
