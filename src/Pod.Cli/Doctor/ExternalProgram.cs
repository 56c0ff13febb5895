using System.ComponentModel;
using System.Diagnostics;

namespace Pod.Cli.Doctor;

/// <summary>Asks other programs of the machine.</summary>
internal static class ExternalProgram
{
    /// <returns>Exit code and output; null when there is no such program.</returns>
    public static async Task<(int ExitCode, string Output)?> RunAsync(string program, string folder, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, output.Trim());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
