namespace Pod.Cli.Tests;

public sealed class CompletionCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pod-completion-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("dotnet pod gen", "generate")]
    [InlineData("dotnet pod migration reb", "rebase")]
    [InlineData("dotnet pod start --no-t", "--no-tui")]
    [InlineData("dotnet-pod create-", "create-migration create-repair-migration")]
    [InlineData("dotnet pod completion z", "zsh")]
    public async Task Bash_completes_verbs_options_and_values(string line, string expected)
    {
        Assert.Equal(expected, await CompleteAsync(line));
    }

    [Fact]
    public async Task Everything_else_of_dotnet_is_completed_as_before()
    {
        Assert.Contains("build", await CompleteAsync("dotnet bui"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Each_shell_has_a_script_that_asks_the_tool(string shell)
    {
        var result = await Command.PodAsync(_folder, "completion", shell);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_shell_is_refused_with_those_that_are_known()
    {
        var result = await Command.PodAsync(_folder, "completion", "tcsh");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'bash'", result.All, StringComparison.Ordinal);
    }

    // As a key press does it, with the tool as 'dotnet pod' would find it.
    private async Task<string> CompleteAsync(string line)
    {
        var script = Path.Combine(_folder, "completion.sh");
        await File.WriteAllTextAsync(script, (await Command.PodAsync(_folder, "completion", "bash")).Output);
        var words = line.Split(' ');
        var result = await Command.RunAsync("bash", _folder, "-c", $$"""
            dotnet() { if [ "$1" = pod ]; then shift; command dotnet '{{Command.ToolPath}}' "$@"; else command dotnet "$@"; fi; }
            . '{{script}}'
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_CWORD={{words.Length - 1}}
            COMP_WORDS=({{string.Join(' ', words.Select(static word => $"'{word}'"))}})
            _dotnet_pod
            echo "${COMPREPLY[@]}"
            """);
        Assert.True(result.ExitCode == 0, result.All);
        return result.Output.Trim();
    }
}
