using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pod.TypeScript.Tests.Support;
using Sample.Client;

namespace Pod.TypeScript.Tests;

/// <summary>One set of files with calls, models, errors and streams: each client comes to what they say.</summary>
public sealed class ScenarioTests(Package package) : IClassFixture<Package>
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static TheoryData<string> Files => [.. Scenarios.Files];

    public static TheoryData<string, string> ProgramsAndFiles
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var program in Package.Programs)
            {
                foreach (var file in Scenarios.Files)
                {
                    pairs.Add(program, file);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_CSharp_client(string file)
    {
        await using var client = new SampleClient(package.Address);
        var runner = new CSharpRunner(client);
        var outcomes = new JsonArray();
        foreach (var scenario in Scenarios.Read(file))
        {
            outcomes.Add(await runner.RunAsync(scenario!));
        }

        Scenarios.Check(file, outcomes);
    }

    [Theory]
    [MemberData(nameof(ProgramsAndFiles))]
    public async Task The_TypeScript_client_in_Node_Deno_and_Bun(string program, string file)
    {
        var (exitCode, output, errors) = await package.RunScriptAsync(program, "program.mjs", package.Address.ToString(), Scenarios.PathOf(file));

        Assert.True(exitCode == 0, output + errors);
        Scenarios.Check(file, JsonNode.Parse(output)!.AsArray());
    }

    [Fact]
    public async Task The_TypeScript_client_in_a_browser()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Browsers.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("This test needs a browser. Install it: apt-get install chromium"),
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(package.Address, "page.html").ToString());
        await page.WaitForFunctionAsync("() => window.isReady");
        foreach (var file in Scenarios.Files)
        {
            var outcomes = await page.EvaluateAsync<string>($"async () => JSON.stringify(await window.run({Scenarios.Read(file).ToJsonString()}))");

            Scenarios.Check(file, JsonNode.Parse(outcomes)!.AsArray());
        }
    }
}
