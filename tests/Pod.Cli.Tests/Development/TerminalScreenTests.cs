using System.Diagnostics;

namespace Pod.Cli.Tests.Development;

/// <summary>The screen of a loop in a real terminal, which <c>script</c> makes.</summary>
public sealed class TerminalScreenTests : IDisposable
{
    private const string Entered = "\u001b[?1049h";
    private const string Left = "\u001b[?25h\u001b[?1049l";

    // No endpoints and no build: the errors of a model are enough to draw.
    private readonly SampleProject _project = SampleProject.Create();

    public TerminalScreenTests() => _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  näme: strng\n");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task It_draws_takes_keys_and_gives_the_terminal_back()
    {
        using var terminal = Start();
        await terminal.AnswerAsync("errors 1");
        await terminal.AnswerAsync("r reload  R restart", "3");
        await terminal.AnswerAsync("error POD1102", "?");
        await terminal.AnswerAsync("stops server, apps and database", "q");

        Assert.Equal(0, await terminal.WaitForExitAsync());
        AssertRestored(terminal.Output);
    }

    [Fact]
    public async Task Ctrl_C_gives_the_terminal_back()
    {
        using var terminal = Start();
        await terminal.AnswerAsync("errors 1", "\u0003");

        Assert.Equal(130, await terminal.WaitForExitAsync());
        AssertRestored(terminal.Output);
    }

    private TerminalRun Start()
    {
        var start = TerminalRun.StartInfo(_project.Root, $"dotnet {Command.ToolPath} start --project My.App.Server", rows: 30);
        foreach (var name in (string[])["CI", "TF_BUILD", "GITHUB_ACTIONS"])
        {
            start.Environment.Remove(name);
        }

        return new TerminalRun(Process.Start(start)!);
    }

    private static void AssertRestored(string output)
    {
        Assert.InRange(output.IndexOf(Entered, StringComparison.Ordinal), 0, output.Length);
        Assert.True(output.LastIndexOf(Left, StringComparison.Ordinal) > output.LastIndexOf("errors", StringComparison.Ordinal), output);
        Assert.EndsWith("My.App.Server is stopped.", output.TrimEnd(), StringComparison.Ordinal);
    }
}
