using System.CommandLine;
using System.Text.RegularExpressions;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Generator;
using Pod.Generator.Migrations;
using Pod.Schema;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration create</c>, also spelled <c>create-migration</c>: writes down how the database follows a change of the models. Needs no database.</summary>
internal static partial class CreateMigrationCommand
{
    /// <param name="name">How the command is spelled.</param>
    public static Command Create(string name)
    {
        var project = ProjectOption.Create();
        var tag = new Option<string>("--tag") { Description = "A word for the migration's name: lower case letters, digits and '-'." };
        var force = new Option<bool>("--force") { Description = "Accepts what the migration would delete or might fail on." };
        var empty = new Option<bool>("--empty") { Description = "Writes a migration without operations, for hand-written SQL." };
        var command = new Command(name, "Writes a migration from the newest one to the current models.") { project, tag, force, empty };
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            if (arguments.GetValue(tag) is { } word && !TagPattern().IsMatch(word))
            {
                throw new CliException($"'{word}' is no tag. Use lower case letters, digits and '-'.");
            }

            var server = ProjectOption.Locate(arguments, project);
            ProjectConfiguration.RequireDatabase(server);

            var (result, _) = await new ProjectGeneration(server).RunAsync(inputFile: null, cancellationToken);
            output.Report(result.Diagnostics, server.Folder);
            return result.Succeeded
                ? Write(server, result, output, arguments.GetValue(tag), arguments.GetValue(force), arguments.GetValue(empty))
                : ExitCode.Failure;
        });
        return command;
    }

    private static int Write(ServerProject server, GenerationResult result, CommandOutput output, string? tag, bool isForced, bool isEmpty)
    {
        var schema = result.Schema;
        var folder = new MigrationFolder(server.MigrationsFolder);
        var newest = folder.ReadNewest();
        var previous = newest?.Schema ?? DatabaseSchema.Empty(schema.Module);
        var plan = isEmpty ? new MigrationPlan([], []) : SchemaDiffer.Compare(previous, schema, SchemaRenames.Of(result.Project));
        if (plan.IsEmpty && !isEmpty)
        {
            output.Result("No changes: the newest migration already gives the schema of the models.");
            return ExitCode.Success;
        }

        foreach (var finding in plan.Findings.OrderByDescending(static finding => finding.IsError))
        {
            output.Report(new CommandDiagnostic(finding.Id, finding.Descriptor.Severity, finding.Message));
        }

        if (plan.Findings.Any(static finding => finding.IsError))
        {
            CommandOutput.Note("Nothing was written.");
            return ExitCode.Failure;
        }

        if (plan.Findings.Count > 0 && !isForced)
        {
            CommandOutput.Note("Nothing was written. Repeat with --force to accept this.");
            return ExitCode.Refused;
        }

        var version = folder.NextVersion(TimeProvider.System, tag);
        var parent = newest is { } found ? (found.Version, found.Definition) : ((string, string)?)null;
        var written = folder.Write(version, MigrationFiles.Write(version, parent, plan, isEmpty ? previous : schema));
        output.Data["version"] = version;
        output.Data["folder"] = written;
        output.Result($"Migration written: {Path.GetRelativePath(Directory.GetCurrentDirectory(), written)}");
        return ExitCode.Success;
    }

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex TagPattern();
}
