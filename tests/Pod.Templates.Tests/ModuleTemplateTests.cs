using Pod.Templates.Tests.Support;

namespace Pod.Templates.Tests;

/// <summary>A module from <c>dotnet new pod-module</c>: tested, packed, and used by an application that knows its packages only.</summary>
[Collection(nameof(TemplateTests))]
public sealed class ModuleTemplateTests(PackedTemplates templates)
{
    private const string Test = """
        using System.Net.Http.Json;
        using Acme.Billing.Server;

        namespace Shop.Server.Tests;

        public sealed class BillingTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
        {
            [Fact]
            public async Task The_modules_endpoint_writes_to_the_modules_table()
            {
                using var client = new HttpClient(Test.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

                (await client.PostAsJsonAsync("/acme_billing.entry/add", new { text = "Leak" })).EnsureSuccessStatusCode();

                Assert.Equal(1, await Entry.Db.CountAsync(Session, t => t.Text == "Leak"));
            }
        }
        """;

    [Fact]
    public async Task Its_own_tests_pass_and_an_application_uses_its_packages()
    {
        var module = Path.Combine(templates.NewFolder(), "Acme.Billing");
        (await templates.DotNetAsync(Path.GetDirectoryName(module)!, "new", "pod-module", "-n", "Acme.Billing", "--no-restore")).Succeeded();
        await BuildAsync(module, "build", "Acme.Billing.sln");
        (await templates.PodAsync(module, "create-migration", "--tag", "first")).Succeeded();
        var tests = await templates.DotNetAsync(module, "test", "Acme.Billing.Server.Tests", "--no-build", "-nologo");
        Assert.Contains("Passed:     2", tests.Succeeded().Output, StringComparison.Ordinal);
        await BuildAsync(module, "pack", "Acme.Billing.sln");

        var application = await templates.CreateAsync("Shop", "--web", "none", "--aspire", "false", "--redis", "false");
        Use(application, Path.Combine(module, "artifacts", "packages"));
        (await templates.PodAsync(application.Root, "create-migration", "--tag", "billing")).Succeeded();
        await BuildAsync(application.Root, "build", "Shop.sln");

        Assert.Contains("Passed:     6", (await application.TestAsync()).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("public AcmeBillingModule AcmeBilling", string.Concat(Directory.EnumerateFiles(application.PathOf("Shop.Client/Generated"), "*.cs").Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    // What the module's README says.
    private static void Use(CreatedApplication application, string feed)
    {
        Edit(application, "nuget.config", "</packageSources>", $"""  <add key="acme" value="{feed}" />""");
        Edit(application, "Directory.Packages.props", "<ItemGroup Label=\"Tests\">", "", """
            <PackageVersion Include="Acme.Billing.Server" Version="0.1.0" />
            <PackageVersion Include="Acme.Billing.Client" Version="0.1.0" />
            """);
        Edit(application, "Shop.Server/Shop.Server.csproj", "<PackageReference Include=\"Pod.Runtime\" />", """<PackageReference Include="Acme.Billing.Server" />""");
        Edit(application, "Shop.Client/Shop.Client.csproj", "<PackageReference Include=\"Pod.Client\" />", """<PackageReference Include="Acme.Billing.Client" />""");
        Edit(application, "Shop.Server/Program.cs", "var app = builder.Build();", "builder.AddAcmeBilling();\n");
        File.AppendAllText(application.PathOf("Shop.Server/Models/greeting.pod.yaml"), "  entry: module:acme_billing:Entry?, relation(optional), indexed\n");
        File.WriteAllText(application.PathOf("Shop.Server.Tests/BillingTests.cs"), Test);
    }

    private static void Edit(CreatedApplication application, string file, string place, string before, string after = "")
    {
        var text = application.Read(file);
        Assert.Contains(place, text, StringComparison.Ordinal);
        File.WriteAllText(application.PathOf(file), text.Replace(place, before + place + after, StringComparison.Ordinal));
    }

    private async Task BuildAsync(string folder, string command, string solution) =>
        (await templates.DotNetAsync(folder, command, solution, "-nologo", "-v:q", "-warnaserror", "-nodeReuse:false")).Succeeded();
}
