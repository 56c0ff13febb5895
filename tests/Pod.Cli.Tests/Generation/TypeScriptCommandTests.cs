namespace Pod.Cli.Tests.Generation;

public sealed class TypeScriptCommandTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_contract_becomes_a_package_whose_files_are_written_when_they_change()
    {
        Assert.Equal(0, (await _project.PodAsync("contract", "write")).ExitCode);

        var first = await GenerateAsync();
        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Contains(", 0 unchanged in ", first.Output, StringComparison.Ordinal);
        Assert.Contains("add(args: { text: string }", _project.Read("web/api/client.d.ts"), StringComparison.Ordinal);

        var again = await GenerateAsync();
        Assert.StartsWith("0 written, ", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_is_a_number_or_a_bigint()
    {
        Assert.Equal(0, (await _project.PodAsync("contract", "write")).ExitCode);

        foreach (var type in (string[])["number", "bigint"])
        {
            Assert.Equal(0, (await GenerateAsync("--int64", type)).ExitCode);
            Assert.Contains($"id: {type}", _project.Read("web/api/models.d.ts"), StringComparison.Ordinal);
        }

        Assert.Equal(1, (await GenerateAsync("--int64", "text")).ExitCode);
    }

    private Task<CommandResult> GenerateAsync(params string[] more) => _project.PodAsync(["generate", "typescript", "--out", _project.PathOf("web/api"), .. more]);
}
