using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pod.Cli.Database;
using Pod.Cli.Development.Instance;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Database;

namespace Pod.Cli.Commands.Database;

/// <summary><c>dotnet pod database reset</c>: an empty database with all migrations.</summary>
internal static class ResetDatabaseCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var connection = new ConnectionOptions();
        var yes = new Option<bool>("--yes", "-y") { Description = "Does not ask for the database's name first." };
        var seed = new Option<FileInfo>("--seed") { Description = "A file of SQL that is run afterwards." };
        var isolated = new Option<string>("--isolated") { Description = "Removes an isolated instance of 'dotnet pod start' with its database." };
        var command = new Command("reset", "Drops the database, creates it again and applies all migrations.") { project, yes, seed, isolated };
        connection.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            if (arguments.GetValue(isolated) is { } name)
            {
                return await RemoveAsync(InstanceFolder.Isolated(server, name), arguments.GetValue(yes), output, cancellationToken);
            }

            ProjectConfiguration.RequireDatabase(server);
            var script = arguments.GetValue(seed) is { } file ? await ReadAsync(file, cancellationToken) : null;
            await using var database = await connection.OpenAsync(arguments, server, cancellationToken);
            var reset = DatabaseReset.Of(database);
            if (!arguments.GetValue(yes) && !IsConfirmed(reset.Name))
            {
                CommandOutput.Note($"Nothing was changed. Repeat with --yes to delete everything in '{reset.Name}'.");
                return ExitCode.Refused;
            }

            try
            {
                await reset.RunAsync(cancellationToken);
                var runner = new MigrationRunner(database.Database, MigrationDirectory.Read(server.MigrationsFolder), TimeProvider.System, NullLogger.Instance);
                var result = await runner.ApplyAsync(cancellationToken: cancellationToken);
                output.Data["database"] = reset.Name;
                output.Data["applied"] = new JsonArray([.. result.Applied]);
                if (script is not null)
                {
                    await reset.SeedAsync(script, cancellationToken);
                }
            }
            catch (NpgsqlException exception)
            {
                throw new CliException($"The database '{reset.Name}' could not be reset: {exception.Message}");
            }

            output.Result($"The database '{reset.Name}' is new and has all migrations.");
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<int> RemoveAsync(InstanceFolder folder, bool isAgreed, CommandOutput output, CancellationToken cancellationToken)
    {
        IsolatedRemoval.RequireExistence(folder);
        if (!isAgreed && !IsConfirmed(folder.Name!))
        {
            CommandOutput.Note($"Nothing was changed. Repeat with --yes to delete everything in '{folder.Root}'.");
            return ExitCode.Refused;
        }

        await IsolatedRemoval.RunAsync(folder, cancellationToken);
        output.Data["removed"] = folder.Root;
        output.Result($"The isolated instance '{folder.Name}' and its database are removed.");
        return ExitCode.Success;
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken cancellationToken) => file.Exists
        ? await File.ReadAllTextAsync(file.FullName, cancellationToken)
        : throw new CliException($"'{file.FullName}' does not exist.");

    private static bool IsConfirmed(string name)
    {
        if (Console.IsInputRedirected)
        {
            return false;
        }

        Console.Error.Write($"Everything in the database '{name}' will be deleted. Type its name to go on: ");
        return Console.ReadLine() == name;
    }
}
