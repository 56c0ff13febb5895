namespace Pod.Cli.Tests.Migrations;

/// <summary>Tables of a module migrate with those of the application, and its version stands in the history under its own name.</summary>
public sealed class ModuleMigrationCommandTests(SqlServer server) : PostgresTests(server)
{
    private const string Bill = "class: Bill\ntable: billing_bill\nfields:\n  total: decimal\n";

    [Fact]
    public async Task A_module_comes_changes_and_goes()
    {
        using var project = new DatabaseProject(ConnectionString());
        project.Files.Write("My.App.Server/Models/ticket.pod.yaml", "class: Ticket\ntable: ticket\nfields:\n  bill: module:billing:Bill?, relation(optional), indexed\n");
        AddModule(project.Files);

        await SuccessAsync(project, "create-migration");
        await SuccessAsync(project, "migrate");
        await project.ExecuteAsync("INSERT INTO billing_bill (total) VALUES (7); INSERT INTO ticket (\"billId\") SELECT id FROM billing_bill");
        var first = await Versions(project);

        project.Files.Write("Billing/Models/bill.pod.yaml", Bill + "  note: string?\n");
        project.Files.Write("Billing/migrations/20260202000000000/migration.json", "{}");
        await SuccessAsync(project, "create-migration");
        await SuccessAsync(project, "migrate");
        var second = await Versions(project);
        var note = await project.ReadAsync("SELECT count(*) FROM billing_bill WHERE note IS NULL AND total = 7");

        Directory.Delete(project.Files.PathOf("Billing/migrations/20260202000000000"), recursive: true);
        var downgrade = await project.Files.PodAsync("create-migration");

        project.Files.Write("My.App.Server/Models/ticket.pod.yaml", "class: Ticket\ntable: ticket\nfields:\n  title: string?\n");
        File.WriteAllLines(InputOf(project.Files), File.ReadAllLines(InputOf(project.Files)).Where(static line => !line.StartsWith("module=", StringComparison.Ordinal)));
        await SuccessAsync(project, "create-migration", "--force");
        await SuccessAsync(project, "migrate");

        Assert.Equal("20260101000000000", first);
        Assert.Equal("20260101000000000,20260202000000000", second);
        Assert.Equal("1", note);
        Assert.Equal(1, downgrade.ExitCode);
        Assert.Contains("POD3015", downgrade.Errors, StringComparison.Ordinal);
        Assert.Equal("", await Versions(project));
        Assert.Equal("", await project.ReadAsync("SELECT to_regclass('billing_bill')::text"));
        Assert.Equal("1", await project.ReadAsync("SELECT count(*) FROM ticket"));
    }

    private static async Task SuccessAsync(DatabaseProject project, params string[] arguments)
    {
        var result = arguments[0] == "migrate" ? await project.PodAsync(arguments) : await project.Files.PodAsync(arguments);
        Assert.True(result.ExitCode == 0, result.All);
    }

    private static Task<string> Versions(DatabaseProject project) =>
        project.ReadAsync("SELECT string_agg(version, ',' ORDER BY version) FROM pod_migrations WHERE module = 'billing'");

    private static string InputOf(SampleProject files) => files.PathOf("My.App.Server/obj/pod.input");

    private static void AddModule(SampleProject files)
    {
        files.Write("Billing/pod/module.json", """
            { "format": 1, "module": "billing", "nickname": "billing", "serverNamespace": "Billing.Server", "clientNamespace": "Billing.Client",
              "clientClass": "BillingModule", "models": ["Models/bill.pod.yaml"] }
            """);
        files.Write("Billing/Models/bill.pod.yaml", Bill);
        files.Write("Billing/migrations/20260101000000000/migration.json", "{}");
        files.Write("Billing/pod.contract.json", """{ "format": 1, "module": "billing", "endpoints": { }, "types": { } }""");
        File.AppendAllText(InputOf(files), $"\nmodule={files.PathOf("Billing/pod/module.json")}");
    }
}
