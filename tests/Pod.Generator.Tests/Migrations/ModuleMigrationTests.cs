using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Operations;
using Pod.Generator.Migrations.Sql;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Tests.Support;
using Pod.Schema;

namespace Pod.Generator.Tests.Migrations;

/// <summary>The tables of modules in the migrations of the application that uses them.</summary>
public sealed class ModuleMigrationTests
{
    private const string Invoice = "class: Invoice\ntable: billing_invoice\nfields:\n  state: State\n";
    private const string First = "20260101000000000";
    private const string Second = "20260201000000000";

    [Fact]
    public void A_new_module_brings_its_tables_before_the_keys_that_point_at_them()
    {
        var plan = SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), Schema(First, Invoice));

        Assert.Equal(
            ["createTable billing_invoice", "createTable purchase", "createIndex purchase", "addForeignKey purchase", "setModuleVersion "],
            plan.Operations.Select(static operation => $"{operation.Name} {operation.Table}"));
        Assert.Equal(new SetModuleVersionOperation("billing", First), plan.Operations[^1]);
    }

    [Fact]
    public void The_definition_says_whose_each_table_is_and_which_version_it_has()
    {
        var schema = Schema(First, Invoice);
        var files = MigrationFiles.Write("20260301000000000", null, SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), schema), schema);

        Assert.Equal([("billing_invoice", "Invoice", "billing"), ("purchase", "Purchase", "sample")], schema.Tables.Select(static table => (table.Name, table.Model, table.Module)));
        Assert.Equal("module:bills:State", Assert.Single(schema.Enums).Name);
        Assert.Equal(schema, SchemaJsonReader.Read(files["definition.json"]));
        Assert.Equal("purchase", Assert.Single(SchemaJsonReader.Read(files["definition_project.json"]).Tables).Name);
        Assert.DoesNotContain("installedModules", files["definition_project.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_changes_the_tables_like_any_others()
    {
        var plan = SchemaDiffer.Compare(Schema(First, Invoice), Schema(Second, Invoice + "  note: string?\n"));

        Assert.Equal(["addColumn billing_invoice", "setModuleVersion "], plan.Operations.Select(static operation => $"{operation.Name} {operation.Table}"));
        Assert.Empty(plan.Findings);
    }

    [Fact]
    public void A_version_alone_is_recorded_too() =>
        Assert.Equal(new SetModuleVersionOperation("billing", Second), Assert.Single(SchemaDiffer.Compare(Schema(First, Invoice), Schema(Second, Invoice)).Operations));

    [Fact]
    public void An_older_version_is_refused()
    {
        var plan = SchemaDiffer.Compare(Schema(Second, Invoice), Schema(First, Invoice));

        var finding = Assert.Single(plan.Findings);
        Assert.Equal(("POD3015", true), (finding.Id, finding.IsError));
        Assert.Contains(Second, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_is_not_used_any_more_loses_its_tables_and_its_version()
    {
        var plan = SchemaDiffer.Compare(Schema(First, Invoice), DatabaseSchema.Empty("sample"));

        Assert.Contains(plan.Findings, static finding => finding is { Id: "POD3001", Table: "billing_invoice" });
        Assert.Equal(new SetModuleVersionOperation("billing", null), plan.Operations[^1]);
        Assert.EndsWith("DELETE FROM \"pod_migrations\" WHERE \"module\" = 'billing';\n", PostgresMigrationWriter.WriteMigration("1", plan.Operations), StringComparison.Ordinal);
    }

    private static DatabaseSchema Schema(string version, string invoice)
    {
        var module = new ModuleSource(
            new ModuleDefinition("billing", "bills", "Acme.Billing.Server", "Acme.Billing.Client", "BillingModule"),
            [new SourceFile("module:bills/invoice.pod.yaml", invoice), new SourceFile("module:bills/state.pod.yaml", "enum: State\nvalues: [open, paid]\n")],
            """{ "format": 1, "module": "billing", "endpoints": { }, "types": { } }""",
            version);
        return GeneratorRun.ExpectMarked(
            "class: Purchase\ntable: purchase\nfields:\n  invoice: module:bills:Invoice?, relation(optional), indexed\n",
            input => input with { Modules = [module] }).Schema;
    }
}
