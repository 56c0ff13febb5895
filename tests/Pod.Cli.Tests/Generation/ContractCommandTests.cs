using System.Text.Json;

namespace Pod.Cli.Tests.Generation;

public sealed class ContractCommandTests : IDisposable
{
    private const string EndpointFile = "My.App.Server/NoteEndpoint.cs";

    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Released_contracts_are_checked_until_the_break_is_allowed()
    {
        Assert.Equal(0, (await _project.PodAsync("contract", "write")).ExitCode);
        Assert.Equal(0, (await _project.PodAsync("contract", "release", "ios-1.4")).ExitCode);
        Assert.Equal("Clients of 'ios-1.4' can call this server.", (await _project.PodAsync("contract", "check")).Output.Trim());

        await ChangeAsync("string text)", "string words, int stars)");
        var broken = await _project.PodAsync("contract", "check");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("error POD2202: breaking for 'ios-1.4': 'note/add(text)' is called 'words' now", broken.Errors, StringComparison.Ordinal);
        Assert.Contains("error POD2202: breaking for 'ios-1.4': 'note/add(stars)' is new", broken.Errors, StringComparison.Ordinal);

        _project.Write("My.App.Server/pod.contract.allow", "# nobody has 1.4 any more\nPOD2202 note/add(text) # renamed\nPOD2202 note/add(stars)\nPOD2201 note/gone # long ago\n");
        var allowed = await _project.PodAsync("contract", "check", "--json", "--sarif", _project.PathOf("found.sarif"));
        Assert.Equal(0, allowed.ExitCode);
        Assert.Contains("pod.contract.allow(4,1): warning POD2215: 'POD2201 note/gone' allows nothing any more.", allowed.Errors, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(allowed.Output);
        Assert.All(document.RootElement.GetProperty("data").GetProperty("differences").EnumerateArray(), static difference => Assert.True(difference.GetProperty("allowed").GetBoolean()));
        Assert.Contains("POD2215", _project.Read("found.sarif"), StringComparison.Ordinal);

        var again = await _project.PodAsync("contract", "release", "ios-1.4");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("A release does not change", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_risky_fails_only_if_strict()
    {
        Assert.Equal(0, (await _project.PodAsync("contract", "write")).ExitCode);
        await _project.GitAsync("init", "-q");
        await _project.GitAsync("add", "-A");
        Assert.Equal(0, (await _project.GitAsync("commit", "-qm", "first")).ExitCode);
        await ChangeAsync("RequireLogin => false", "RequireLogin => true");

        var lenient = await _project.PodAsync("contract", "check", "--against", "HEAD");
        Assert.Equal(0, lenient.ExitCode);
        Assert.Contains("warning POD2213: risky for 'HEAD': 'note/add' demands a login now", lenient.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await _project.PodAsync("contract", "check", "--against", "HEAD", "--strict")).ExitCode);
        Assert.Equal(0, (await _project.PodAsync("contract", "check", "--against", _project.PathOf("My.App.Server/pod.contract.json"), "--strict")).ExitCode);
        Assert.Contains("git does not know 'nowhere'", (await _project.PodAsync("contract", "check", "--against", "nowhere")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anything_to_compare_with_it_says_what_to_do()
    {
        Assert.Contains("Run 'dotnet pod generate' first.", (await _project.PodAsync("contract", "release", "first")).Errors, StringComparison.Ordinal);
        Assert.Contains("Add a contract with 'dotnet pod contract release <name>'", (await _project.PodAsync("contract", "check")).Errors, StringComparison.Ordinal);
    }

    private async Task ChangeAsync(string before, string after)
    {
        var text = _project.Read(EndpointFile).ReplaceLineEndings("\n");
        Assert.Contains(before, text, StringComparison.Ordinal);
        _project.Write(EndpointFile, text.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal(0, (await _project.PodAsync("contract", "write")).ExitCode);
    }
}
