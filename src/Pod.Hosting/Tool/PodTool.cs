using System.Diagnostics;
using Aspire.Hosting;

namespace Pod.Hosting;

/// <summary>The tool <c>dotnet pod</c>: the one that the repository pins, or another one by its path.</summary>
internal static class PodTool
{
    public const string Program = "dotnet";

    private const string PathSetting = "Pod:Tool";

    /// <summary>The arguments of the program <c>dotnet</c> that run a command of the tool.</summary>
    public static IEnumerable<string> Arguments(IDistributedApplicationBuilder builder, IEnumerable<string> command) =>
        command.Prepend(builder.Configuration[PathSetting] is { Length: > 0 } path ? Path.GetFullPath(path, builder.AppHostDirectory) : "pod");

    /// <summary>Runs a command of the tool to its end.</summary>
    /// <param name="builder">The AppHost.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="command">The command and its options.</param>
    /// <param name="environment">Variables besides those of this process.</param>
    /// <param name="print">Takes every line that it writes. Called from several threads.</param>
    /// <param name="cancellationToken">Ends the tool.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IDistributedApplicationBuilder builder,
        string folder,
        IEnumerable<string> command,
        IReadOnlyDictionary<string, string?> environment,
        Action<string> print,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program, Arguments(builder, command))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{Program}' could not be started.");
        // Nobody answers its questions.
        process.StandardInput.Close();
        process.OutputDataReceived += (_, line) => Print(line.Data);
        process.ErrorDataReceived += (_, line) => Print(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;

        void Print(string? line)
        {
            if (line is not null)
            {
                print(line);
            }
        }
    }
}
