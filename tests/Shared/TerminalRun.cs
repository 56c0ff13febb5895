using System.Diagnostics;
using System.Text;

namespace Pod.Tests;

/// <summary>A program in a real terminal, which <c>script</c> makes.</summary>
internal sealed class TerminalRun : IDisposable
{
    public const string Enter = "\r";
    public const string Down = "\u001b[B";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task _reading;

    public TerminalRun(Process process)
    {
        _process = process;
        _reading = ReadAsync(process.StandardOutput);
    }

    /// <summary>Says how to start a program in a terminal of a hundred columns.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="rows">The height of the terminal.</param>
    public static ProcessStartInfo StartInfo(string folder, string command, int rows) =>
        new("script", ["-qec", $"stty cols 100 rows {rows}; exec {command}", "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["TERM"] = "xterm-256color" },
        };

    /// <summary>Gets what was written so far, with what steers the terminal.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Waits for a text, and then presses keys.</summary>
    public async Task AnswerAsync(string question, params string[] keys)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!Output.Contains(question, StringComparison.Ordinal))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience && !_process.HasExited, $"Waited in vain for '{question}':\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        foreach (var key in keys)
        {
            await _process.StandardInput.WriteAsync(key);
            await _process.StandardInput.FlushAsync();
        }
    }

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await Task.WhenAll(_process.WaitForExitAsync(), _reading).WaitAsync(Patience, TimeProvider.System);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_output)
            {
                _output.Append(buffer, 0, count);
            }
        }
    }
}
