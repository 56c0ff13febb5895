using System.Diagnostics;
using System.Text;

namespace Pod.Cli.Tests.Development;

/// <summary>The screen of a loop in a real terminal, which <c>script</c> makes.</summary>
public sealed class TerminalScreenTests : IDisposable
{
    private const string Entered = "\u001b[?1049h";
    private const string Left = "\u001b[?25h\u001b[?1049l";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // No endpoints and no build: the errors of a model are enough to draw.
    private readonly SampleProject _project = SampleProject.Create();
    private readonly StringBuilder _output = new();

    public TerminalScreenTests() => _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  näme: strng\n");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task It_draws_takes_keys_and_gives_the_terminal_back()
    {
        using var process = Start();
        var reading = ReadAsync(process);
        await WaitForAsync("errors 1");
        await WaitForAsync("r reload  R restart");

        await PressAsync(process, '3');
        await WaitForAsync("error POD1102");
        await PressAsync(process, '?');
        await WaitForAsync("stops server, apps and database");
        await PressAsync(process, 'q');
        await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        await reading;

        Assert.Equal(0, process.ExitCode);
        AssertRestored();
    }

    [Fact]
    public async Task Ctrl_C_gives_the_terminal_back()
    {
        using var process = Start();
        var reading = ReadAsync(process);
        await WaitForAsync("errors 1");

        await PressAsync(process, '\u0003');
        await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        await reading;

        Assert.Equal(130, process.ExitCode);
        AssertRestored();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("script", ["-qec", $"stty cols 100 rows 30; exec dotnet {Command.ToolPath} start --project My.App.Server", "/dev/null"])
        {
            WorkingDirectory = _project.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        foreach (var name in (string[])["CI", "TF_BUILD", "GITHUB_ACTIONS"])
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    private static async Task PressAsync(Process process, char key)
    {
        await process.StandardInput.WriteAsync(key);
        await process.StandardInput.FlushAsync();
    }

    private void AssertRestored()
    {
        var output = Output();
        Assert.InRange(output.IndexOf(Entered, StringComparison.Ordinal), 0, output.Length);
        Assert.True(output.LastIndexOf(Left, StringComparison.Ordinal) > output.LastIndexOf("errors", StringComparison.Ordinal), output);
        Assert.EndsWith("My.App.Server is stopped.", output.TrimEnd(), StringComparison.Ordinal);
    }

    private async Task WaitForAsync(string text)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!Output().Contains(text, StringComparison.Ordinal))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Waited in vain for '{text}':\n{Output()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private string Output()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    private async Task ReadAsync(Process process)
    {
        var buffer = new char[4096];
        while (await process.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_output)
            {
                _output.Append(buffer, 0, count);
            }
        }
    }
}
