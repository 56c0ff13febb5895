using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pod.Cli.Programs;

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
        var result = await ExternalProgram.RunAsync(start, cancellationToken);
        try
        {
            return JsonNode.Parse(result.Output) as JsonObject ?? throw new CliException($"The command printed no result: {result.Errors.Trim()}");
        }
        catch (JsonException)
        {
            throw new CliException($"The command ended with code {result.ExitCode}: {result.Errors.Trim()}");
        }
    }
}
