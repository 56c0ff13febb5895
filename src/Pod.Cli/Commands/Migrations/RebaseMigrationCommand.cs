using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Database;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Cli.Projects.Migrations;
using Pod.Generator.Migrations;
using Pod.Schema;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration rebase</c>: one migration in the place of those that another branch did not know.</summary>
internal static class RebaseMigrationCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var choices = new MigrationChoices();
        var onto = new Option<string>("--onto") { Description = "The branch or commit whose migrations stay. Default: those that the database of --connection has, else those that were made first." };
        var keepSql = new Option<bool>("--keep-sql") { Description = "Puts SQL that was written by hand to the end of the new migration." };
        var connection = new ConnectionOptions();
        var command = new Command("rebase", "Replaces the migrations of one branch by one that follows those of the other.") { project, onto, keepSql };
        choices.AddTo(command);
        connection.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var tag = choices.Tag(arguments);
            var loaded = await ProjectMigrations.LoadAsync(ProjectOption.Locate(arguments, project), inputFile: null, output, cancellationToken);
            if (loaded is null)
            {
                return ExitCode.Failure;
            }

            var known = arguments.GetValue(onto) is { } reference ? await ReadOntoAsync(loaded, reference, cancellationToken)
                : connection.Given(arguments) is { } database ? await ReadAppliedAsync(loaded, database, cancellationToken)
                : null;
            var rebase = MigrationRebase.Of(loaded.Chain, known);
            if (rebase.Replaced.Count == 0)
            {
                return WriteRegistry(loaded, output);
            }

            var plan = rebase.Plan(loaded.Generation.Schema, loaded.Renames, choices.Options(arguments), arguments.GetValue(keepSql));
            var accepted = rebase.Replaced.SelectMany(static entry => entry.Manifest.Warnings).ToHashSet(StringComparer.Ordinal);
            var consent = MigrationConsent.Ask(plan.Findings.Select(CommandDiagnostic.Of), finding => accepted.Contains(finding.ToString()) || choices.Accepts(arguments, finding), output);
            return consent != ExitCode.Success ? consent : Write(loaded, rebase, plan, tag, choices.LockTimeout(arguments), output);
        });
        return command;
    }

    private static async Task<IReadOnlySet<string>> ReadOntoAsync(ProjectMigrations loaded, string reference, CancellationToken cancellationToken)
    {
        var listed = await GitReference.ListAsync(loaded.Folder.Path, reference, cancellationToken);
        var versions = listed.Where(static name => char.IsAsciiDigit(name[0])).ToHashSet(StringComparer.Ordinal);
        var missing = versions.Except(loaded.Chain.Entries.Select(static entry => entry.Version)).Order(StringComparer.Ordinal).FirstOrDefault();
        return missing is null ? versions : throw new CliException($"'{reference}' has the migration '{missing}', which is not in '{loaded.Folder.Path}'. Merge or rebase with git first.");
    }

    // What a database has applied cannot be replaced.
    private static async Task<IReadOnlySet<string>?> ReadAppliedAsync(ProjectMigrations loaded, string connectionString, CancellationToken cancellationToken)
    {
        await using var database = ProjectDatabase.Connect(connectionString, "");
        var applied = await AppliedVersions.ReadAsync(database.Database, loaded.Generation.Schema.Module, cancellationToken);
        applied.IntersectWith(loaded.Chain.Entries.Select(static entry => entry.Version));
        return applied.Count == 0 ? null : applied;
    }

    private static int WriteRegistry(ProjectMigrations loaded, CommandOutput output)
    {
        if (loaded.Chain.CheckRegistry(loaded.Folder.ReadRegistry()).Count > 0)
        {
            loaded.Folder.WriteRegistry();
            output.Result("The registry was written anew; the migrations are one chain.");
        }
        else
        {
            output.Result("Nothing to rebase: the migrations are one chain.");
        }

        return ExitCode.Success;
    }

    private static int Write(ProjectMigrations loaded, MigrationRebase rebase, MigrationPlan plan, string? tag, TimeSpan lockTimeout, CommandOutput output)
    {
        var last = rebase.Replaced[^1].Version.Split('-', 2);
        var version = loaded.Folder.NextVersion(TimeProvider.System, tag ?? (last.Length > 1 ? last[1] : null));
        var parent = rebase.Head is { } head ? (head.Version, head.Definition) : ((string, string)?)null;
        var replaced = rebase.Replaced.Select(static entry => entry.Version).ToValueList();
        var folder = loaded.Folder.Write(version, MigrationFiles.Write(version, parent, plan, loaded.Generation.Schema, replaced, lockTimeout));
        foreach (var old in replaced)
        {
            loaded.Folder.Delete(old);
        }

        loaded.Folder.WriteRegistry();
        output.Data["version"] = version;
        output.Data["folder"] = folder;
        output.Data["replaces"] = new JsonArray([.. replaced]);
        output.Result($"Migration written: {Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}, in the place of {string.Join(", ", replaced)}");
        return ExitCode.Success;
    }
}
