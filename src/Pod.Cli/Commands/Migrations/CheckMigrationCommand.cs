using System.CommandLine;
using System.Text.RegularExpressions;
using Pod.Cli.Database;
using Pod.Cli.Output;
using Pod.Cli.Projects.Migrations;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration check</c>: for CI. Needs no database unless one is to be compared.</summary>
internal static partial class CheckMigrationCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var strict = new Option<bool>("--strict") { Description = "Makes errors of locks in the newest migration and of columns that are not NOT NULL yet." };
        var sarif = new Option<string>("--sarif") { Description = "Writes the findings to a SARIF file, too." };
        var input = new Option<string>("--input") { Description = "The file that MSBuild wrote about the project.", Hidden = true };
        var database = new Option<bool>("--database") { Description = "Compares a database with the migrations, too." };
        var replay = new Option<bool>("--replay") { Description = "Runs all migrations in an empty database and compares what they give." };
        var connection = new ConnectionOptions();
        var command = new Command("check", "Checks that the migrations are one chain and lead to the models.") { project, strict, sarif, database, replay, input };
        connection.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            var loaded = await ProjectMigrations.LoadAsync(server, arguments.GetValue(input), output, cancellationToken);
            if (loaded is not null)
            {
                Check(loaded, arguments.GetValue(strict), output);
                if (arguments.GetValue(database) || arguments.GetValue(replay))
                {
                    await using var migrations = await DatabaseMigrations.OpenAsync(arguments, server, connection, cancellationToken);
                    await (arguments.GetValue(replay)
                        ? DatabaseCheck.ReplayAsync(migrations, output, cancellationToken)
                        : DatabaseCheck.RunAsync(migrations, arguments.GetValue(strict), output, cancellationToken));
                }
            }

            if (arguments.GetValue(sarif) is { } file)
            {
                await File.WriteAllTextAsync(file, SarifLog.Write(output.Findings), cancellationToken);
            }

            if (output.Findings.Any(static finding => finding.Severity == DiagnosticSeverity.Error))
            {
                return ExitCode.Failure;
            }

            output.Result("The migrations are one chain and give the schema of the models.");
            return ExitCode.Success;
        });
        return command;
    }

    private static void Check(ProjectMigrations loaded, bool isStrict, CommandOutput output)
    {
        var (chain, schema) = (loaded.Chain, loaded.Generation.Schema);
        foreach (var finding in chain.Check().Concat(chain.CheckRegistry(loaded.Folder.ReadRegistry())))
        {
            output.Report(finding);
        }

        if (chain.Heads.Count > 1)
        {
            return;
        }

        if (chain.CheckModels(schema, loaded.Renames, out var debts) is { } change)
        {
            output.Report(change);
        }

        var severity = isStrict ? DiagnosticSeverity.Error : DiagnosticSeverity.Info;
        foreach (var column in debts)
        {
            output.Report(new CommandDiagnostic(
                "POD3004", severity, $"'{column}' was added with --two-step and is still nullable. Give every row a value and run 'dotnet pod migration create'."));
        }

        if (isStrict && chain.Heads is [var newest])
        {
            foreach (var match in newest.Manifest.Warnings.Select(static warning => LockFinding().Match(warning)).Where(static match => match.Success))
            {
                output.Report(new CommandDiagnostic(match.Groups["id"].Value, DiagnosticSeverity.Error, $"in '{newest.Version}': {match.Groups["message"].Value}"));
            }
        }
    }

    [GeneratedRegex("^info (?<id>POD302[0-9]): (?<message>.*)$", RegexOptions.Singleline)]
    private static partial Regex LockFinding();
}
