using System.CommandLine;
using Pod.Cli.Output;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Commands.Database;

/// <summary><c>dotnet pod database stop</c>.</summary>
internal static class StopDatabaseCommand
{
    public static Command Create()
    {
        var options = new EmbeddedOptions();
        var command = new Command("stop", "Stops the private PostgreSQL, whoever started it.");
        options.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var wasRunning = await EmbeddedPostgresServer.StopRunningAsync(options.FolderOf(arguments), cancellationToken);
            output.Data["wasRunning"] = wasRunning;
            output.Result(wasRunning ? "Stopped." : "It was not running.");
            return ExitCode.Success;
        });
        return command;
    }
}
