using System.ComponentModel;
using System.Diagnostics;
using Pod.Cli.Development.Instance;

namespace Pod.Cli.Development.Processes;

/// <summary>A program that the loop has started: its lines, its end, and a way to end it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // Something that the program started may hold its output open.
    private static readonly TimeSpan LastLines = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly InstanceRecord _record;
    private readonly TimeProvider _time;
    private readonly Task _reading;

    private ChildProcess(Process process, InstanceRecord record, TimeProvider time, Action<string> readLine)
    {
        _process = process;
        _record = record;
        _time = time;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, readLine), ReadAsync(process.StandardError, readLine));
        Exit = WaitAsync();
    }

    public int ProcessId => _process.Id;

    public bool HasExited => Exit.IsCompleted;

    /// <summary>Gets the exit code, after the last line was read.</summary>
    public Task<int> Exit { get; }

    /// <param name="start">The program. Its input stays open and empty, so that it does not read the terminal.</param>
    /// <param name="record">Where it is written down as long as it runs.</param>
    /// <param name="time">The clock of waits.</param>
    /// <param name="readLine">Gets each line of output and errors, on any thread.</param>
    /// <exception cref="CliException">There is no such program.</exception>
    public static ChildProcess Start(ProcessStartInfo start, InstanceRecord record, TimeProvider time, Action<string> readLine)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            var process = Process.Start(start)!;
            record.Started(process);
            return new ChildProcess(process, record, time, readLine);
        }
        catch (Win32Exception exception)
        {
            throw new CliException($"'{start.FileName}' does not start: {exception.Message}");
        }
    }

    /// <summary>Asks the program to end, and ends it with all that it started when it does not.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (!HasExited && (patience == TimeSpan.Zero || !ProcessSignals.TryTerminate(_process) || !await EndsWithinAsync(patience)))
        {
            _process.Kill(entireProcessTree: true);
        }

        await Exit;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> readLine)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            readLine(line);
        }
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        await Task.WhenAny(_reading, Task.Delay(LastLines, _time));
        _record.Ended(_process.Id);
        return _process.ExitCode;
    }

    private async Task<bool> EndsWithinAsync(TimeSpan patience) => await Task.WhenAny(Exit, Task.Delay(patience, _time)) == Exit;
}
