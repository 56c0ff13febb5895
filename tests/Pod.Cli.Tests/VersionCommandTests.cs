namespace Pod.Cli.Tests;

public sealed class VersionCommandTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Versions_of_tool_runtime_and_SDK_are_printed()
    {
        var result = await Command.PodAsync(Directory.CreateDirectory(_project.PathOf("empty")).FullName, "version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^Pod \d+\.\d+\.\d+\r?\n\.NET \d+\.\d+\.\d+\r?\nSDK \d+\.\d+\.\d+", result.Output);
    }

    [Fact]
    public async Task A_project_that_pins_other_versions_is_warned()
    {
        var own = (await _project.PodProcessAsync("version")).Output.Split('\n')[0]["Pod ".Length..].Trim();
        _project.Write("Directory.Packages.props", $"""
            <Project><ItemGroup><PackageVersion Include="Pod.Runtime" Version="{own}" /><PackageVersion Include="Pod.Client" Version="0.0.7" /></ItemGroup></Project>
            """);
        _project.Write(".config/dotnet-tools.json", """{ "version": 1, "tools": { "pod.cli": { "version": "0.0.8", "commands": ["dotnet-pod"] } } }""");

        var result = await _project.PodProcessAsync("version");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"My.App.Server: Pod.Runtime {own}", result.Output, StringComparison.Ordinal);
        Assert.Contains("pins Pod.Client 0.0.7, Pod.Cli 0.0.8.", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Pod.Runtime", result.Errors, StringComparison.Ordinal);
    }
}
