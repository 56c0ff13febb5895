using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Database;
using Pod.Cli.Output;
using Pod.Database;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration rollback</c>: takes migrations back, newest first.</summary>
internal static class RollbackMigrationsCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var connection = new ConnectionOptions();
        var to = new Option<string>("--to") { Description = "The version that the database is brought back to.", Required = true };
        var force = new Option<bool>("--force") { Description = "Accepts that values are deleted, and takes back edited migrations." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Prints the SQL and changes nothing." };
        var lockWait = LockWaitOption.Create();
        var command = new Command("rollback", "Takes the migrations after a version back, newest first.") { project, to, force, dryRun, lockWait };
        connection.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            await using var migrations = await DatabaseMigrations.OpenAsync(arguments, ProjectOption.Locate(arguments, project), connection, cancellationToken);
            var version = migrations.Find(arguments.GetValue(to)).Version;
            var options = new MigrationRunnerOptions { Force = arguments.GetValue(force), LockWait = LockWaitOption.Of(arguments, lockWait) };
            if (arguments.GetValue(dryRun))
            {
                PlanOutput.Print(await migrations.Runner.PlanRollbackAsync(version, options, cancellationToken), output);
                return ExitCode.Success;
            }

            return Report(await migrations.Runner.RollbackAsync(version, options, cancellationToken), version, output);
        });
        return command;
    }

    private static int Report(RollbackResult result, string version, CommandOutput output)
    {
        output.Data["rolledBack"] = new JsonArray([.. result.RolledBack]);
        foreach (var rolledBack in result.RolledBack)
        {
            output.Result($"Rolled back {rolledBack}");
        }

        if (result.RolledBack.Count == 0)
        {
            output.Result($"Nothing to roll back: the database has no migration after {version}.");
        }

        if (result.Comparison.IsMatch)
        {
            return ExitCode.Success;
        }

        output.Report(new CommandDiagnostic(
            "POD3055",
            DiagnosticSeverity.Error,
            $"the database is not what {version} leads to. Run 'dotnet pod migration repair --target {version}'.\n{result.Comparison.Describe(DifferenceWeight.Notable)}"));
        return ExitCode.Failure;
    }
}
