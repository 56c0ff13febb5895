using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Database;
using Pod.Cli.Output;
using Pod.Cli.Projects.Migrations;
using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration create</c>, also spelled <c>create-migration</c>: writes down how the database follows a change of the models. Needs no database; one that is given is only asked how many rows it would lose.</summary>
internal static class CreateMigrationCommand
{
    /// <param name="name">How the command is spelled.</param>
    public static Command Create(string name)
    {
        var project = ProjectOption.Create();
        var choices = new MigrationChoices();
        var empty = new Option<bool>("--empty") { Description = "Writes a migration without operations, for hand-written SQL." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Prints the SQL and writes nothing." };
        var connection = new Option<string>("--connection") { Description = "A database whose rows are counted where a migration would lose some." };
        var command = new Command(name, "Writes a migration from the newest one to the current models.") { project, empty, dryRun, connection };
        choices.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var tag = choices.Tag(arguments);
            var options = choices.Options(arguments);
            var loaded = await ProjectMigrations.LoadAsync(ProjectOption.Locate(arguments, project), inputFile: null, output, cancellationToken);
            if (loaded is null || !IsWhole(loaded.Chain, output))
            {
                return ExitCode.Failure;
            }

            var isEmpty = arguments.GetValue(empty);
            var (plan, schema) = Plan(loaded, options, isEmpty);
            if (plan.IsEmpty && !isEmpty)
            {
                output.Result("No changes: the newest migration already gives the schema of the models.");
                return ExitCode.Success;
            }

            if (arguments.GetValue(connection) is { } connectionString)
            {
                await using var database = ProjectDatabase.Connect(connectionString, "");
                await LossCount.PrintAsync(database.Database, plan, cancellationToken);
            }

            var consent = MigrationConsent.Ask(plan.Findings.Select(CommandDiagnostic.Of), finding => choices.Accepts(arguments, finding), output);
            return consent != ExitCode.Success ? consent
                : Write(loaded, plan, schema, loaded.Folder.NextVersion(TimeProvider.System, tag), choices.LockTimeout(arguments), arguments.GetValue(dryRun), output);
        });
        return command;
    }

    private static (MigrationPlan Plan, DatabaseSchema Schema) Plan(ProjectMigrations loaded, MigrationOptions options, bool isEmpty)
    {
        var schema = loaded.Generation.Schema;
        var previous = loaded.Chain.Heads is [.., var newest] ? newest.ReadSchema() : DatabaseSchema.Empty(schema.Module);
        if (isEmpty)
        {
            return (new MigrationPlan([], []), previous);
        }

        var plan = SchemaDiffer.Compare(previous, schema, loaded.Renames, options);
        MigrationChoices.RequireUse(options, plan);
        return (plan, schema);
    }

    // The registry is written anew in any case.
    private static bool IsWhole(MigrationChain chain, CommandOutput output)
    {
        var errors = chain.Check().Where(static finding => finding.IsError).ToList();
        errors.ForEach(output.Report);
        return errors.Count == 0;
    }

    private static int Write(
        ProjectMigrations loaded, MigrationPlan plan, DatabaseSchema schema, string version, TimeSpan lockTimeout, bool isDryRun, CommandOutput output)
    {
        output.Data["version"] = version;
        output.Data["operations"] = new JsonArray([.. plan.Operations.Select(static operation => $"{operation.Name} {operation.Table}".TrimEnd())]);
        if (isDryRun)
        {
            var sql = PostgresMigrationWriter.WriteMigration(version, plan.Operations, lockTimeout);
            output.Data["sql"] = sql;
            output.Result(sql);
            return ExitCode.Success;
        }

        var parent = loaded.Chain.Heads is [.., var newest] ? (newest.Version, newest.Definition) : ((string, string)?)null;
        var written = loaded.Folder.Write(version, MigrationFiles.Write(version, parent, plan, schema, lockTimeout: lockTimeout));
        output.Data["folder"] = written;
        output.Result($"Migration written: {Path.GetRelativePath(Directory.GetCurrentDirectory(), written)}");
        return ExitCode.Success;
    }
}
