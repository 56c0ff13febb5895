using System.Runtime.CompilerServices;

namespace Sample.Billing.Server;

/// <summary>Works with invoices.</summary>
public class InvoiceEndpoint : Endpoint
{
    /// <summary>Makes an invoice.</summary>
    public Task<Invoice> Issue(Session session, string number, List<InvoiceLine> lines) =>
        Invoice.Db.InsertRowAsync(session, new Invoice { Number = number, Lines = lines, Total = lines.Sum(static line => line.Amount) });

    /// <summary>Pays an invoice.</summary>
    public async Task<Invoice> Pay(Session session, string number)
    {
        var invoice = await Invoice.Db.FindFirstRowAsync(session, t => t.Number == number) ?? throw new ArgumentException("There is no such invoice.", nameof(number));
        if (invoice.Status == InvoiceStatus.Paid)
        {
            throw new AlreadyPaid { Number = number };
        }

        return await Invoice.Db.UpdateRowAsync(session, invoice with { Status = InvoiceStatus.Paid });
    }

    /// <summary>Gives a party back, whatever kind it is.</summary>
    public Task<Party> Introduce(Session session, Party party) => Task.FromResult(party);

    /// <summary>Streams the lines of an invoice.</summary>
    public async IAsyncEnumerable<InvoiceLine> Lines(Session session, string number, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var invoice = await Invoice.Db.FindFirstRowAsync(session, t => t.Number == number, cancellationToken: cancellationToken);
        foreach (var line in invoice?.Lines ?? [])
        {
            yield return line;
        }
    }
}
