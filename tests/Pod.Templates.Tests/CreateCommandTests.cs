using System.Text.Json;
using Pod.Templates.Tests.Support;

namespace Pod.Templates.Tests;

/// <summary><c>dotnet pod create</c>, with the packed templates.</summary>
[Collection(nameof(TemplateTests))]
public sealed class CreateCommandTests(PackedTemplates templates)
{
    // The first step fails with it, which takes no time.
    private const string FutureSdk = """{ "sdk": { "version": "99.0.100" } }""";

    private static readonly string[] Small = ["--web", "none", "--aspire", "false", "--redis", "false"];

    [Fact]
    public async Task It_fetches_the_templates_and_leaves_an_application_that_runs()
    {
        var folder = templates.NewFolder();
        (await templates.DotNetAsync(folder, "new", "uninstall", "Pod.Templates")).Succeeded();

        var result = (await templates.PodAsync(folder, ["create", "My.Shop", "--feed", templates.Feed, .. Small])).Succeeded();

        Assert.Contains("dotnet run --project My.Shop.Server", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "My.Shop", "My.Shop.Server.Tests", "bin", "Debug", "net10.0", "My.Shop.Server.Tests.dll")));
        Assert.True(Directory.Exists(Path.Combine(folder, "My.Shop", ".git")));
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(folder, "My.Shop", "My.Shop.Server", "migrations")));
    }

    [Fact]
    public async Task A_folder_with_files_wants_consent()
    {
        var folder = templates.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "README.md"), "mine");

        var result = await templates.PodAsync(folder, ["create", "Shop", "--output", ".", .. Small]);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(["README.md"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task In_a_terminal_it_asks_for_what_was_not_given()
    {
        var folder = templates.NewFolder();
        var shop = Directory.CreateDirectory(Path.Combine(folder, "Shop")).FullName;
        await File.WriteAllTextAsync(Path.Combine(shop, "global.json"), FutureSdk);
        using var terminal = templates.PodInTerminal(folder, "create --force --aspire false --agents=false");

        await terminal.AnswerAsync("Name of the application:", "class", TerminalRun.Enter);
        await terminal.AnswerAsync("for example 'classApp'", "Shop", TerminalRun.Enter);
        await terminal.AnswerAsync("What is in it?", TerminalRun.Down, " ", TerminalRun.Enter);
        await terminal.AnswerAsync("Web app:", TerminalRun.Down, TerminalRun.Enter);

        Assert.Equal(1, await terminal.WaitForExitAsync());
        Assert.Contains("What is left to do there:", terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("An Aspire AppHost", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["Shop.Client", "Shop.Server", "Shop.Server.Tests"],
            Directory.EnumerateDirectories(shop, "Shop.*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(Directory.Exists(Path.Combine(shop, "Shop.Server", "migrations")));
        Assert.DoesNotContain("Pod.Redis", await File.ReadAllTextAsync(Path.Combine(shop, "Shop.Server", "Shop.Server.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_keeps_the_application_and_what_was_there_and_says_what_is_left()
    {
        var folder = templates.NewFolder();
        var shop = Directory.CreateDirectory(Path.Combine(folder, "Shop")).FullName;
        await File.WriteAllTextAsync(Path.Combine(shop, "global.json"), FutureSdk);

        var result = await templates.PodAsync(folder, ["create", "Shop", "--force", "--json", .. Small]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("global.json: exists and was left as it is.", result.Output, StringComparison.Ordinal);
        Assert.Equal(FutureSdk, await File.ReadAllTextAsync(Path.Combine(shop, "global.json")));
        Assert.True(File.Exists(Path.Combine(shop, "Shop.sln")));
        var json = JsonElement.Parse(result.Output[..(result.Output.LastIndexOf("\n}", StringComparison.Ordinal) + 2)]);
        Assert.Equal(
            ["dotnet restore", "dotnet pod generate --project Shop.Server", "dotnet pod create-migration --tag first --project Shop.Server", "dotnet build", "git init"],
            json.GetProperty("data").GetProperty("left").EnumerateArray().Select(static command => command.GetString()));
        Assert.Contains("99.0.100", json.GetProperty("diagnostics")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
