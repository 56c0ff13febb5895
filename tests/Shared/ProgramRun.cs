using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Pod.Tests;

/// <summary>A program that runs as a process of its own: what it writes, its end, and ways to end it.</summary>
internal sealed partial class ProgramRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly List<(Predicate<string> IsMatch, TaskCompletionSource<string> Found)> _waiters = [];
    private readonly Task _reading;

    /// <summary>Takes over a program that has just been started, with both of its outputs redirected.</summary>
    public ProgramRun(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, _output), ReadAsync(process.StandardError, _errors));
    }

    /// <summary>Everything written to standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>Everything written to standard error so far.</summary>
    public string Errors => Read(_errors);

    public int ProcessId => _process.Id;

    public static ProgramRun Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new ProgramRun(Process.Start(start)!);
    }

    /// <summary>Waits for a line on standard output; one that was written already counts.</summary>
    public async Task<string> WaitForLineAsync(Predicate<string> isMatch)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_output.ToString().Split('\n').FirstOrDefault(line => isMatch(line)) is { } present)
            {
                return present;
            }

            _waiters.Add((isMatch, found));
        }

        await Task.WhenAny(found.Task, _reading).WaitAsync(Patience, TimeProvider.System);
        Assert.True(found.Task.IsCompleted, $"The program ended without the line. Output:\n{Output}\nErrors:\n{Errors}");
        return await found.Task;
    }

    /// <summary>Waits until a server says where it listens, in Pod's words or in those of ASP.NET Core.</summary>
    public async Task<Uri> WaitForAddressAsync()
    {
        var line = await WaitForLineAsync(static line => ListeningLine().IsMatch(line));
        return new Uri(ListeningLine().Match(line).Groups[1].Value);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync(TimeSpan? patience = null)
    {
        await Task.WhenAll(_process.WaitForExitAsync(), _reading).WaitAsync(patience ?? Patience, TimeProvider.System);
        return _process.ExitCode;
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Ends the program as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"(?:is ready at|Now listening on:) (http://[^\s]+?)\.?(?:\s|$)")]
    private static partial Regex ListeningLine();

    private async Task ReadAsync(StreamReader reader, StringBuilder text)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                text.Append(line).Append('\n');
                if (text == _output)
                {
                    _waiters.Where(waiter => waiter.IsMatch(line)).ToList().ForEach(waiter => waiter.Found.TrySetResult(line));
                }
            }
        }
    }

    private string Read(StringBuilder text)
    {
        lock (_gate)
        {
            return text.ToString();
        }
    }
}
