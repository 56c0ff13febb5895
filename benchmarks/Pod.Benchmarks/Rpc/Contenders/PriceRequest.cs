namespace Pod.Benchmarks.Rpc.Contenders;

/// <summary>The body of the call.</summary>
internal sealed record PriceRequest(OrderLine Line);
