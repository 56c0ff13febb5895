using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Database;
using Pod.Cli.Output;
using Pod.Database;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration apply</c>, also spelled <c>migrate</c>: applies what is missing, without the server.</summary>
internal static class ApplyMigrationsCommand
{
    /// <param name="name">How the command is spelled.</param>
    public static Command Create(string name)
    {
        var project = ProjectOption.Create();
        var connection = new ConnectionOptions();
        var to = new Option<string>("--to") { Description = "The last version that is applied. Default: the newest." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Prints the SQL and changes nothing." };
        var lockWait = LockWaitOption.Create();
        var command = new Command(name, "Applies the migrations that the database lacks.") { project, to, dryRun, lockWait };
        connection.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            await using var migrations = await DatabaseMigrations.OpenAsync(arguments, ProjectOption.Locate(arguments, project), connection, cancellationToken);
            migrations.Find(version: null);
            var options = new MigrationRunnerOptions { Target = arguments.GetValue(to), LockWait = LockWaitOption.Of(arguments, lockWait) };
            if (arguments.GetValue(dryRun))
            {
                PlanOutput.Print(await migrations.Runner.PlanAsync(options, cancellationToken), output);
                return ExitCode.Success;
            }

            Report(await migrations.Runner.ApplyAsync(options, cancellationToken), output);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Report(MigrationResult result, CommandOutput output)
    {
        foreach (var version in result.Changed)
        {
            output.Report(ChangedMigration.Finding(version, DiagnosticSeverity.Warning));
        }

        output.Data["applied"] = new JsonArray([.. result.Applied]);
        output.Data["createdFromDefinition"] = result.CreatedFromDefinition;
        if (result.Applied.Count == 0)
        {
            output.Result("Nothing to apply: the database has all migrations.");
        }
        else if (result.CreatedFromDefinition)
        {
            output.Result($"Created the schema of {result.Applied[^1]} in an empty database.");
        }
        else
        {
            foreach (var version in result.Applied)
            {
                output.Result($"Applied {version}");
            }
        }
    }
}
