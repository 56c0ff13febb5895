using System.Diagnostics;

namespace Pod.Cli.Tests.Support;

/// <summary>Runs real processes.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Gets the tool as the build made it.</summary>
    public static string ToolPath { get; } = Path.Combine(AppContext.BaseDirectory, "dotnet-pod.dll");

    public static Task<CommandResult> PodAsync(string folder, params string[] arguments) => DotNetAsync(folder, [ToolPath, .. arguments]);

    public static Task<CommandResult> DotNetAsync(string folder, params string[] arguments) => RunAsync("dotnet", folder, arguments);

    public static async Task<CommandResult> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Start(program, folder, arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new CommandResult(process.ExitCode, await output, await errors);
    }

    public static Process Start(string folder, params string[] arguments) => Start("dotnet", folder, arguments);

    private static Process Start(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A build that these tests start has nothing to do with the one that runs them.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name == "CI").ToList())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}
