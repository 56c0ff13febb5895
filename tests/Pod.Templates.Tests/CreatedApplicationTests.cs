using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pod.Templates.Tests.Support;

namespace Pod.Templates.Tests;

/// <summary>Created applications, built as CI builds them and at work. With <c>POD_TEMPLATES=all</c> there is one for each choice of options.</summary>
[Collection(nameof(TemplateTests))]
public sealed partial class CreatedApplicationTests(PackedTemplates templates, Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<TemplateOptions> Built => [.. TemplateOptions.Built()];

    [Theory]
    [MemberData(nameof(Built))]
    public async Task Its_tests_pass(TemplateOptions options)
    {
        var application = await templates.GetBuiltAsync(options);

        Assert.Contains("Passed!", (await application.TestAsync()).Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Built))]
    public async Task It_answers_calls_streams_and_shows_a_page(TemplateOptions options)
    {
        var application = await templates.GetBuiltAsync(options);
        await using var server = await application.StartAsync(application.Server);

        var greeting = await server.CallAsync("greeting/hello", """{"name":"Ada"}""");
        Assert.Equal("Hello, Ada!", greeting.GetProperty("message").GetString());
        Assert.Equal(["1", "0"], await server.ReadStreamAsync("greeting", "countdown", """{"from":1}"""));
        if (options.Database)
        {
            Assert.Equal(1, (await server.CallAsync("greeting/recent", "{}")).GetArrayLength());
        }

        if (options.Web)
        {
            // Service discovery comes with the service defaults.
            var serverUrl = options.Aspire ? "--services:server:http:0" : "--ServerUrl";
            await using var web = await application.StartAsync(application.Web, serverUrl, server.Http.BaseAddress!.ToString());
            await GreetOnThePageAsync(web.Http.BaseAddress!, options);
        }
    }

    [Theory]
    [MemberData(nameof(Built))]
    public async Task The_tool_that_it_pins_finds_nothing_to_do(TemplateOptions options)
    {
        var application = await templates.GetBuiltAsync(options);

        (await application.DotNetAsync("tool", "restore")).Succeeded();

        (await application.DotNetAsync("pod", "generate", "--check")).Succeeded();
        if (options.Database)
        {
            (await application.DotNetAsync("pod", "migration", "check")).Succeeded();
        }
    }

    [Fact]
    public async Task In_production_it_says_what_is_missing_and_ends()
    {
        var application = await templates.GetBuiltAsync(TemplateOptions.Default);

        var result = await templates.DotNetAsync(application.Server, Path.Combine("bin", "Debug", "net10.0", "App2.Server.dll"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("ConnectionStrings:poddb", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_is_the_program_and_its_migrations()
    {
        var application = await templates.GetBuiltAsync(TemplateOptions.Default);
        var secrets = Directory.CreateDirectory(Path.Combine(application.Server, "config")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "passwords.yaml"), "shared:\n  key: secret\n");
        Directory.CreateDirectory(Path.Combine(application.Server, ".pod"));
        await File.WriteAllTextAsync(Path.Combine(application.Server, ".pod", "secrets.json"), "{}");
        var published = templates.NewFolder();

        (await application.DotNetAsync("publish", application.Server, "--no-build", "-c", "Debug", "-o", published, "-nologo")).Succeeded();

        Directory.Delete(secrets, recursive: true);
        var files = Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(published, path)).ToList();
        Assert.Contains("App2.Server.dll", files);
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(application.Server, "migrations"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(application.Server, path)).Order(),
            files.Where(static file => file.StartsWith("migrations", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain(files, static file => !file.StartsWith("migrations", StringComparison.Ordinal) && !Program().IsMatch(file));
    }

    private async Task GreetOnThePageAsync(Uri web, TemplateOptions options)
    {
        var page = await chromium.OpenAsync(web);
        await using var profile = page.Context;
        Assert.Equal(options.Database ? 1 : 0, await page.GetByText("Hello, Ada!").CountAsync());

        await page.GetByLabel("Your name").FillAsync("Grace");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Say hello" }).ClickAsync();

        await page.GetByText("Hello, Grace!").WaitForAsync();
    }

    // Assemblies, what they need to start, and settings.
    [GeneratedRegex(@"^(?!.*\bTests\b)([\w.-]+\.(dll|pdb|xml)|App2\.Server(\.(deps|runtimeconfig|staticwebassets\.endpoints)\.json)?|appsettings(\.\w+)?\.json|web\.config|pod(\.contract)?\.json)$")]
    private static partial Regex Program();
}
