using Pod.GeneratedCode.Tests.Support;
using Sample.Client;
using BillingClient = Sample.Billing.Client;
using BillingServer = Sample.Billing.Server;

namespace Pod.GeneratedCode.Tests;

/// <summary>A module's models, tables and endpoints in an application that uses it.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync of IAsyncLifetime.
public sealed class ModuleTests(SampleDatabase database) : IClassFixture<SampleDatabase>, IAsyncLifetime
#pragma warning restore CA1001
{
    private SampleServer? _server;
    private SampleClient? _client;

    private SampleClient Client => _client!;

    public async Task InitializeAsync()
    {
        _server = await SampleServer.StartAsync(database.ConnectionString);
        _client = new SampleClient(_server.Address);
    }

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task Endpoints_of_a_module_are_called_through_the_applications_client()
    {
        var number = Guid.NewGuid().ToString();

        var issued = await Client.Modules.Billing.Invoice.IssueAsync(number, [new BillingClient.InvoiceLine { Text = "Work", Amount = 12.5m }]);
        var paid = await Client.Modules.Billing.Invoice.PayAsync(number);
        var lines = await Client.Modules.Billing.Invoice.LinesAsync(number).ToListAsync();

        Assert.Equal((12.5m, BillingClient.InvoiceStatus.Open), (issued.Total, issued.Status));
        Assert.Equal((issued.Id, BillingClient.InvoiceStatus.Paid), (paid.Id, paid.Status));
        Assert.Equal("Work", Assert.Single(lines).Text);
        var failure = await Assert.ThrowsAsync<BillingClient.AlreadyPaid>(() => Client.Modules.Billing.Invoice.PayAsync(number));
        Assert.Equal(number, failure.Number);
    }

    [Fact]
    public async Task An_endpoint_of_the_application_extends_that_of_a_module()
    {
        var number = Guid.NewGuid().ToString();

        await Client.Credit.IssueAsync(number, []);

        Assert.Equal(number, (await Client.Modules.Billing.Invoice.PayAsync(number)).Number);
        Assert.Empty(await Client.Credit.LinesAsync(number).ToListAsync());
        Assert.Equal("7 True", await Client.Credit.DescribeAsync("7"));
        await Assert.ThrowsAsync<BillingClient.AlreadyPaid>(() => Client.Credit.PayAsync(number));
    }

    [Fact]
    public async Task Endpoints_of_the_application_take_give_and_throw_what_the_module_declares()
    {
        var status = await Client.Echo.BillingAsync(new BillingClient.InvoiceLine { Text = "a", Amount = 1 }, invoice: null, BillingClient.InvoiceStatus.Open);

        Assert.Equal(BillingClient.InvoiceStatus.Open, status);
        Assert.Equal(BillingClient.InvoiceStatus.Paid, await Client.Echo.BillingAsync(new BillingClient.InvoiceLine { Text = "a", Amount = 1 }, invoice: null));
        await Assert.ThrowsAsync<BillingClient.AlreadyPaid>(() => Client.Echo.PayAsync("1"));
    }

    [Fact]
    public void Models_of_a_module_travel_under_its_name()
    {
        Assert.Contains("\"__className__\":\"billing.InvoiceLine\"", new BillingServer.InvoiceLine { Text = "a", Amount = 1 }.ToJson(), StringComparison.Ordinal);
        Assert.True(Sample.Server.Protocol.Registry.ContainsModel("billing.AlreadyPaid"));
    }

    [Fact]
    public async Task Subtypes_of_a_modules_model_keep_their_kind()
    {
        BillingClient.Party company = new BillingClient.CompanyParty { Name = "Pod", TaxNumber = "7" };

        var returned = await Client.Modules.Billing.Invoice.IntroduceAsync(company);
        var purchase = await Client.Echo.PurchaseAsync(new Purchase { Article = "x", Lines = [], Buyer = company });

        Assert.Equal("7", Assert.IsType<BillingClient.CompanyParty>(returned).TaxNumber);
        Assert.Equal("7", Assert.IsType<BillingClient.CompanyParty>(purchase.Buyer).TaxNumber);
        Assert.Equal(BillingClient.InvoiceStatus.Open, purchase.State);
    }

    [Fact]
    public async Task Rows_of_the_application_point_at_rows_of_the_module()
    {
        var session = database.Session;
        var invoice = await BillingServer.Invoice.Db.InsertRowAsync(session, new BillingServer.Invoice { Number = Guid.NewGuid().ToString(), Total = 3, Lines = [] });
        var purchase = await Sample.Server.Purchase.Db.InsertRowAsync(session, new Sample.Server.Purchase { Article = invoice.Number, Lines = [new BillingServer.InvoiceLine { Text = "t", Amount = 3 }] });
        await Sample.Server.Purchase.Db.AttachRow.InvoiceAsync(session, purchase, invoice);

        var found = await Sample.Server.Purchase.Db.FindAsync(
            session,
            where: t => t.Invoice.Number == invoice.Number && t.State == BillingServer.InvoiceStatus.Open,
            orderBy: t => t.Invoice.Total,
            include: Sample.Server.Purchase.Include(invoice: BillingServer.Invoice.Include()));

        var row = Assert.Single(found);
        Assert.Equal((purchase.Id, 3m, "t"), (row.Id, row.Invoice?.Total, row.Lines[0].Text));
    }

    [Fact]
    public void The_contract_holds_the_modules_beside_the_applications_types()
    {
        var contract = SampleModels.Generate().Files.Single(static file => file.Path == "pod.contract.json").Text;

        Assert.Contains("\"type\": \"module:billing:InvoiceStatus\"", contract, StringComparison.Ordinal);
        Assert.Contains("\"modules\": {\n    \"billing\": {", contract, StringComparison.Ordinal);
    }
}
