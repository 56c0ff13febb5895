using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pod.Cli.Database;
using Pod.Cli.Output;
using Pod.Cli.Repairs;
using Pod.Database;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration repair</c>, also spelled <c>create-repair-migration</c>: brings a database that has drifted to a migration's schema.</summary>
internal static class RepairCommand
{
    /// <param name="name">How the command is spelled.</param>
    public static Command Create(string name)
    {
        var project = ProjectOption.Create();
        var connection = new ConnectionOptions();
        var target = new Option<string>("--target") { Description = "The version whose schema the database is to have. Default: the newest." };
        var tag = new TagOption("A word for the file's name");
        var dropUnknown = new Option<bool>("--drop-unknown") { Description = "Drops tables, columns and constraints that the target does not know." };
        var consent = new ConsentOptions();
        var apply = new Option<bool>("--apply") { Description = "Applies the repair at once." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Prints the SQL and changes nothing." };
        var lockWait = LockWaitOption.Create();
        var command = new Command(name, "Writes the way from the database as it is to a migration's schema.") { project, target, dropUnknown, apply, dryRun, lockWait };
        connection.AddTo(command);
        tag.AddTo(command);
        consent.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var word = tag.Of(arguments);
            await using var migrations = await DatabaseMigrations.OpenAsync(arguments, ProjectOption.Locate(arguments, project), connection, cancellationToken);
            var migration = migrations.Find(arguments.GetValue(target));
            var expected = migration.ReadSchema();
            var comparison = await migrations.Database.CompareSchemaAsync(expected, cancellationToken);
            var plan = new RepairPlan(comparison, expected, arguments.GetValue(dropUnknown));
            ReportDifferences(comparison, output);
            if (plan.IsEmpty && !consent.IsForced(arguments))
            {
                output.Result($"Nothing to repair: the database is what {migration.Version} leads to.");
                return ExitCode.Success;
            }

            var answer = MigrationConsent.Ask(plan.Findings, finding => consent.Accepts(arguments, finding.Id), output);
            if (answer != ExitCode.Success)
            {
                return answer;
            }

            var stamp = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
            var file = word is null ? stamp : $"{stamp}-{word}";
            var text = plan.Write(file, migration.Version, comparison.Fingerprint);
            if (arguments.GetValue(dryRun))
            {
                output.Data["sql"] = text;
                output.Result(text);
                return ExitCode.Success;
            }

            var path = Write(migrations.Directory.Path, file, text, output);
            if (arguments.GetValue(apply))
            {
                await migrations.Runner.ApplyRepairAsync(
                    RepairFile.Read(path), new MigrationRunnerOptions { LockWait = LockWaitOption.Of(arguments, lockWait) }, cancellationToken);
                output.Data["applied"] = true;
                output.Result($"Repair applied: the database is at {migration.Version}.");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void ReportDifferences(SchemaComparison comparison, CommandOutput output)
    {
        output.Data["differences"] = new JsonArray([.. comparison.Differences.Select(static difference => new JsonObject
        {
            ["weight"] = difference.Weight.ToString().ToLowerInvariant(),
            ["table"] = difference.Table,
            ["subject"] = difference.Subject,
            ["expected"] = difference.Expected,
            ["found"] = difference.Found,
        })]);
        foreach (var difference in comparison.Differences)
        {
            CommandOutput.Note(difference.ToString());
        }
    }

    private static string Write(string migrationsFolder, string name, string text, CommandOutput output)
    {
        var folder = Directory.CreateDirectory(Path.Combine(migrationsFolder, "repair")).FullName;
        var path = Path.Combine(folder, name + ".sql");
        File.WriteAllText(path, text);
        output.Data["file"] = path;
        output.Result($"Repair written: {Path.GetRelativePath(Directory.GetCurrentDirectory(), path)}");
        return path;
    }
}
