using System.CommandLine;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Cli.Projects.Migrations;
using Pod.Generator.Migrations;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration script</c>: migrations as one SQL file, for a database that somebody else changes.</summary>
internal static class ScriptMigrationCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var from = new Option<string>("--from") { Description = "The migration that the database has. Default: none." };
        var to = new Option<string>("--to") { Description = "The last migration of the script. Default: the newest." };
        var idempotent = new Option<bool>("--idempotent") { Description = "Lets the script skip what the database has already." };
        var file = new Option<string>("--output", "-o") { Description = "The file to write. Default: the standard output." };
        var command = new Command("script", "Writes migrations as one SQL script with their history rows.") { project, from, to, idempotent, file };
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            ProjectConfiguration.RequireDatabase(server);
            var chain = new MigrationFolder(server.MigrationsFolder).Read();
            var errors = chain.Check().Where(static finding => finding.IsError).ToList();
            errors.ForEach(output.Report);
            if (errors.Count > 0)
            {
                return ExitCode.Failure;
            }

            var script = DatabaseScript.Write(Select(chain, arguments.GetValue(from), arguments.GetValue(to)), arguments.GetValue(idempotent));
            if (arguments.GetValue(file) is { } path)
            {
                await File.WriteAllTextAsync(path, script, cancellationToken);
                output.Result($"Script written: {path}");
            }
            else
            {
                output.Result(script);
            }

            output.Data["sql"] = script;
            return ExitCode.Success;
        });
        return command;
    }

    private static List<MigrationEntry> Select(MigrationChain chain, string? from, string? to)
    {
        var first = from is null ? 0 : Find(chain, from) + 1;
        var end = to is null ? chain.Entries.Count : Find(chain, to) + 1;
        return first < end ? [.. chain.Entries.Take(first..end)] : throw new CliException($"There is no migration after '{from}' up to '{to ?? "the newest"}'.");
    }

    // A version is known by its time alone as well.
    private static int Find(MigrationChain chain, string version)
    {
        var found = chain.Entries.ToList().FindIndex(entry => entry.Version == version || entry.Version.Split('-')[0] == version);
        return found >= 0
            ? found
            : throw new CliException($"There is no migration '{version}'. The migrations are: {string.Join(", ", chain.Entries.Select(static entry => entry.Version))}.");
    }
}
