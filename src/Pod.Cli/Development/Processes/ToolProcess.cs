using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pod.Cli.Development.Processes;

/// <summary>This tool, run once more: another command of it, in a process of its own.</summary>
internal static class ToolProcess
{
    public static ProcessStartInfo StartInfo(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // The tool runs as its own program, or as an argument of dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Runs a command with <c>--json</c>.</summary>
    /// <param name="start">The command.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>The object that it printed.</returns>
    public static async Task<JsonObject> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var process = Process.Start(start) ?? throw new CliException("The tool could not be started a second time.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return JsonNode.Parse(await output) as JsonObject ?? throw new CliException($"The command printed no result: {(await errors).Trim()}");
        }
        catch (JsonException)
        {
            throw new CliException($"The command ended with code {process.ExitCode}: {(await errors).Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
