using System.Text.RegularExpressions;
using Pod.Templates.Tests.Support;

namespace Pod.Templates.Tests;

/// <summary>Created applications, built as CI builds them and at work.</summary>
[Collection(nameof(TemplateTests))]
public sealed partial class CreatedApplicationTests(PackedTemplates templates)
{
    [Fact]
    public async Task Its_tests_pass()
    {
        var application = await templates.GetBuiltAsync();

        Assert.Contains("Passed!", (await application.TestAsync()).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_answers_calls_streams_and_shows_a_page()
    {
        var application = await templates.GetBuiltAsync();
        await using var server = await RunningServer.StartAsync(templates.Start(application.Server, Run("App2.Server")));

        var greeting = await server.CallAsync("greeting/hello", """{"name":"Ada"}""");
        Assert.Equal("Hello, Ada!", greeting.GetProperty("message").GetString());
        Assert.Equal(1, (await server.CallAsync("greeting/recent", "{}")).GetArrayLength());
        Assert.Equal(["1", "0"], await server.ReadStreamAsync("greeting", "countdown", """{"from":1}"""));

        string[] discovery = ["--services:server:http:0", server.Http.BaseAddress!.ToString()];
        await using var web = await RunningServer.StartAsync(templates.Start(application.Web, [.. Run("App2.Web"), .. discovery]));
        await GreetOnThePageAsync(web);
    }

    [Fact]
    public async Task In_production_it_says_what_is_missing_and_ends()
    {
        var application = await templates.GetBuiltAsync();

        var result = await templates.DotNetAsync(application.Server, Path.Combine("bin", "Debug", "net10.0", "App2.Server.dll"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("ConnectionStrings:poddb", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_that_it_pins_finds_nothing_to_do()
    {
        var application = await templates.GetBuiltAsync();

        (await application.DotNetAsync("tool", "restore")).Succeeded();

        (await application.DotNetAsync("pod", "generate", "--check")).Succeeded();
        (await application.DotNetAsync("pod", "migration", "check")).Succeeded();
    }

    [Fact]
    public async Task Without_a_database_it_builds_and_passes_its_tests_too()
    {
        var application = await templates.CreateAsync("My.2nd.App", "--database", "false", "--redis", "false");

        await application.BuildAsync(application.Tests);
        await application.BuildAsync(application.Web);

        Assert.Contains("Passed!", (await application.TestAsync()).Succeeded().Output, StringComparison.Ordinal);
    }

    private static async Task GreetOnThePageAsync(RunningServer web)
    {
        var page = await web.Http.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("Hello, Ada!", page, StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "greet",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["Name"] = "Grace",
        });
        using var response = await web.Http.PostAsync(new Uri("/", UriKind.Relative), form);

        Assert.Contains("Hello, Grace!", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string[] Run(string project) => ["run", "--no-build", "--project", $"{project}.csproj", "--", "--urls", "http://127.0.0.1:0"];

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
