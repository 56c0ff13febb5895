using System.ComponentModel;
using System.Diagnostics;

namespace Pod.Cli.Programs;

/// <summary>Runs another program to its end and keeps what it says. Nobody answers its questions.</summary>
internal static class ExternalProgram
{
    /// <summary>Runs a program that may be missing.</summary>
    /// <param name="program">Its name on the PATH.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the program and what it started.</param>
    /// <returns>The result, or null when there is no such program.</returns>
    public static async Task<ProgramResult?> TryRunAsync(string program, string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder }, cancellationToken);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs the SDK.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static async Task<ProgramResult> RunDotNetAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        await TryRunAsync("dotnet", folder, arguments, cancellationToken)
        ?? throw new CliException("'dotnet' could not be started. Is the .NET SDK on the PATH?");

    /// <summary>Runs a program.</summary>
    /// <param name="start">The program; its input and output are redirected here.</param>
    /// <param name="cancellationToken">Ends the program and what it started.</param>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static async Task<ProgramResult> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return new ProgramResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
