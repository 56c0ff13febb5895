namespace Pod.Cli.Tests;

public sealed class VersionCommandTests
{
    [Fact]
    public async Task Versions_of_tool_and_runtime_are_printed()
    {
        var result = await Command.PodAsync(Path.GetTempPath(), "version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^Pod \d+\.\d+\.\d+\r?\n\.NET \d+\.\d+\.\d+", result.Output);
    }
}
