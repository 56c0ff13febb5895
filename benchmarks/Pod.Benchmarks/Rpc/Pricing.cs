namespace Pod.Benchmarks.Rpc;

/// <summary>The work of the call, which is next to nothing: what is left is the way in and out.</summary>
internal static class Pricing
{
    public static PricedLine Price(OrderLine line)
    {
        var isReduced = line.Quantity >= 10;
        return new PricedLine
        {
            Product = line.Product,
            Quantity = line.Quantity,
            Total = line.Quantity * line.Price * (isReduced ? 0.5 : 1),
            IsReduced = isReduced,
        };
    }
}
