namespace Pod.Benchmarks.Rpc.Endpoints;

/// <summary>The same call for those who are signed in.</summary>
public sealed class AccountEndpoint : Endpoint
{
    public override bool RequireLogin => true;

#pragma warning disable CA1822 // Methods of endpoints are instance methods.
    public Task<PricedLine> Price(Session session, OrderLine line) => Task.FromResult(Pricing.Price(line));
#pragma warning restore CA1822
}
