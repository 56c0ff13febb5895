using System.CommandLine;
using System.Diagnostics;
using Pod.Cli.Development.Processes;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Commands.Database;

/// <summary><c>dotnet pod database start</c>: runs the private PostgreSQL until Ctrl+C, or in the background.</summary>
internal static class StartDatabaseCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(6);

    public static Command Create()
    {
        var options = new EmbeddedOptions();
        var detach = new Option<bool>("--detach") { Description = "Leaves it running in the background until 'dotnet pod database stop'." };
        var command = new Command("start", "Runs the private PostgreSQL and prints its connection string.") { detach };
        options.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var folder = options.FolderOf(arguments);
            if (EmbeddedPostgresServer.FindConnectionString(folder) is { } running)
            {
                Print(running, output);
                CommandOutput.Note("It was running already.");
                return ExitCode.Success;
            }

            if (arguments.GetValue(detach))
            {
                Print(await StartDetachedAsync(folder, options.ProjectOf(arguments), options.ModeOf(arguments), cancellationToken), output);
                return ExitCode.Success;
            }

            await using var server = await EmbeddedPostgresServer.StartAsync(
                new EmbeddedPostgresOptions { DataDirectory = folder, Log = CommandOutput.Note }, cancellationToken);
            Print(server.ConnectionString, output);
            await WaitAsync(folder, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(string connectionString, CommandOutput output)
    {
        output.Data["connectionString"] = connectionString;
        output.Result(connectionString);
    }

    // Until Ctrl+C, or until 'database stop' has stopped the server from elsewhere.
    private static async Task WaitAsync(string folder, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (EmbeddedPostgresServer.FindConnectionString(folder) is not null)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            CommandOutput.Note("Stopping.");
        }
    }

    private static async Task<string> StartDetachedAsync(string folder, ServerProject project, string mode, CancellationToken cancellationToken)
    {
        using var process = Start(project, mode);
        using var timer = new PeriodicTimer(Look);
        var started = Stopwatch.GetTimestamp();
        while (EmbeddedPostgresServer.FindConnectionString(folder) is null)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > StartTimeout)
            {
                throw new CliException("PostgreSQL did not start. 'dotnet pod database start' without --detach says why.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return EmbeddedPostgresServer.FindConnectionString(folder)!;
    }

    private static Process Start(ServerProject project, string mode) =>
        Process.Start(ToolProcess.StartInfo("database", "start", "--project", project.ProjectFile, "--mode", mode))
        ?? throw new CliException("The tool could not be started a second time.");
}
