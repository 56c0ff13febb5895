using System.ComponentModel;
using System.Diagnostics;

namespace Pod.Cli.Creation;

/// <summary>Runs a program to its end and keeps what it says.</summary>
internal static class ChildProgram
{
    /// <returns>The exit code, and everything that the program wrote; null when there is no such program.</returns>
    public static async Task<(int ExitCode, string Output)?> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = TryStart(start);
        if (process is null)
        {
            return null;
        }

        // Nobody answers its questions.
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, $"{await output}{await errors}".Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
