using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Output;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Commands.Database;

/// <summary><c>dotnet pod database logs</c>.</summary>
internal static class DatabaseLogsCommand
{
    public static Command Create()
    {
        var options = new EmbeddedOptions();
        var lines = new Option<int>("--lines", "-n") { Description = "How many lines.", DefaultValueFactory = static _ => 50 };
        var command = new Command("logs", "Prints the end of the private PostgreSQL's log.") { lines };
        options.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            if (EmbeddedPostgresServer.FindLogFile(options.FolderOf(arguments)) is not { } file)
            {
                throw new CliException("There is no log: the private PostgreSQL never ran. Start it with 'dotnet pod database start'.");
            }

            var tail = (await ReadAsync(file, cancellationToken)).TakeLast(arguments.GetValue(lines)).ToList();
            output.Data["file"] = file;
            output.Data["lines"] = new JsonArray([.. tail]);
            foreach (var line in tail)
            {
                output.Result(line);
            }

            return ExitCode.Success;
        });
        return command;
    }

    // The server has the file open.
    private static async Task<string[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
