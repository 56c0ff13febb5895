using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Analysis;

/// <summary>An application that uses the module 'billing', which it calls 'bills'.</summary>
public sealed class ModuleTests
{
    private static readonly ModuleSource Billing = new(
        new ModuleDefinition("billing", "bills", "Acme.Billing.Server", "Acme.Billing.Client", "BillingModule"),
        [
            new SourceFile("module:bills/invoice.pod.yaml", "class: Invoice\ntable: billing_invoice\nfields:\n  lines: List<Line>?, relation\n  note: Note?\n"),
            new SourceFile("module:bills/line.pod.yaml", "class: Line\ntable: billing_line\nfields:\n  Text: string\n"),
            new SourceFile("module:bills/note.pod.yaml", "class: Note\nfields:\n  text: string\n"),
            new SourceFile("module:bills/long_note.pod.yaml", "class: LongNote\nextends: Note\nfields:\n  more: string\n"),
            new SourceFile("module:bills/state.pod.yaml", "enum: State\nvalues:\n  - open\n  - paid\n"),
            new SourceFile("module:bills/secret.pod.yaml", "class: Secret\nserverOnly: true\nfields:\n  key: string\n"),
        ],
        """{ "format": 1, "module": "billing", "endpoints": { }, "types": { } }""");

    [Fact]
    public void Types_and_tables_of_a_module_are_used_like_the_projects_own()
    {
        var result = GeneratorRun.ExpectMarked("""
            class: Order
            table: order_head
            fields:
              invoice: module:bills:Invoice?, relation(onDelete=Cascade), indexed
              copies: Map<string, module:bills:Note>
              state: module:bills:State, default=open
              numberId: long, relation(parent=billing_line), indexed
            """, Configure);

        var order = result.Project.Class("Order");
        Assert.Equal(
            ["module:bills:Invoice?", "Map<string, module:bills:Note>", "module:bills:State"],
            order.Fields.Where(static field => field.Name is "invoice" or "copies" or "state").Select(static field => field.Type.ToString()));
        Assert.Equal(["billing_invoice", "billing_line"], order.ForeignKeys.Select(static key => key.TargetTable).Order());
        var code = result.Files.Single(static file => file is { Target: GenerationTarget.Client, Path: "Generated/Models/Order.cs" }).Text;
        Assert.Contains("using BillsNote = Acme.Billing.Client.Note;", code, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Files, static file => file.Path.Contains("Bills", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a: ⟦POD1108⟧module:billing:Invoice?")]
    [InlineData("a: ⟦POD1102⟧module:bills:Invoise?")]
    [InlineData("a: ⟦POD1219⟧List<module:bills:Line>?, relation")]
    [InlineData("a: ⟦POD1109⟧module:bills:Secret?")]
    public void Fields_that_cannot_be(string field) => GeneratorRun.ExpectMarked($"class: Row\ntable: row\nfields:\n  {field}\n", Configure);

    [Fact]
    public void An_unknown_module_is_told_the_known_ones()
    {
        var result = GeneratorRun.ExpectMarked("class: Row\nfields:\n  a: ⟦POD1108⟧module:bill:Invoice?\n", Configure);

        Assert.Contains("this project uses 'bills'. Did you mean 'bills'?", result.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_belongs_to_this_project() =>
        GeneratorRun.ExpectMarked("class: Row\nextends: ⟦POD1031⟧module:bills:Note\nfields:\n  a: int\n", Configure);

    [Theory]
    [InlineData("class: Row\ntable: ⟦POD1018⟧billing_line\nfields:\n  a: int\n", "BillsLine")]
    [InlineData("class: ⟦POD1016⟧BillsNote\nfields:\n  a: int\n", "module:bills/note.pod.yaml")]
    public void Names_that_a_module_has_already(string model, string owner)
    {
        var result = GeneratorRun.ExpectMarked(model, Configure);

        Assert.Contains(owner, result.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_modules_own_names_on_the_wire_begin_with_its_own()
    {
        var result = GeneratorRun.ExpectMarked("""
            class: Invoice
            fields:
              total: decimal
            === InvoiceEndpoint.cs
            namespace Sample.Server;
            public class InvoiceEndpoint : Endpoint
            {
                public Task<Invoice> Issue(Session session) => throw null!;
            }
            """, static input => input with { IsModule = true, Module = "billing", ClientClass = "BillingModule" });

        Assert.Equal("billing.Invoice", result.Project.Class("Invoice").WireName);
        Assert.Equal(("billing.invoice", "invoice"), (result.Project.Endpoints[0].WireName, result.Project.Endpoints[0].Name));
        Assert.Contains("\"clientClass\": \"BillingModule\"", result.Files.Single(static file => file.Path == "pod/module.json").Text, StringComparison.Ordinal);
        Assert.Contains("public BillingModule(PodClient client)", result.Files.Single(static file => file.Path == "Generated/BillingModule.cs").Text, StringComparison.Ordinal);
    }

    private static GenerationInput Configure(GenerationInput input) => input with { Modules = [Billing] };
}
