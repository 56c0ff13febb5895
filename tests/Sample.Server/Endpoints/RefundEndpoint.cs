using Sample.Billing.Server;

namespace Sample.Server.Endpoints;

/// <summary>An endpoint of a module with more of the application's own, under a published name.</summary>
[WireName("credit")]
public class RefundEndpoint(Session current) : InvoiceEndpoint
{
    /// <summary>Tells about an invoice.</summary>
    [WireName("describe")]
    public Task<string> Tell(Session session, [WireName("no")] string number) => Task.FromResult($"{number} {ReferenceEquals(session, current)}");
}
