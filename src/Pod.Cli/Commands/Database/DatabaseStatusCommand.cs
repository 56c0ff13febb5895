using System.CommandLine;
using Pod.Cli.Output;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Commands.Database;

/// <summary><c>dotnet pod database status</c>.</summary>
internal static class DatabaseStatusCommand
{
    public static Command Create()
    {
        var options = new EmbeddedOptions();
        var command = new Command("status", "Tells whether the private PostgreSQL runs, and how to connect to it.");
        options.AddTo(command);
        command.SetOutputAction((arguments, output, _) =>
        {
            var folder = options.FolderOf(arguments);
            var connectionString = EmbeddedPostgresServer.FindConnectionString(folder);
            output.Data["running"] = connectionString is not null;
            output.Data["connectionString"] = connectionString;
            output.Data["folder"] = folder;
            output.Result(connectionString is null ? $"Stopped; the data is in {folder}" : $"Running: {connectionString}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
