using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pod.Cli.Database;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Database;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration list</c>, also spelled <c>status</c>: the chain, and with a connection what of it the database has.</summary>
internal static class ListMigrationsCommand
{
    /// <param name="name">How the command is spelled.</param>
    /// <param name="needsDatabase">Whether the database is started if need be; otherwise it is asked only if it is configured or runs.</param>
    public static Command Create(string name, bool needsDatabase)
    {
        var project = ProjectOption.Create();
        var connection = new ConnectionOptions();
        var command = new Command(name, "Lists the migrations, and which of them the database has.") { project };
        connection.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            ProjectConfiguration.RequireDatabase(server);
            if (!needsDatabase && connection.Find(arguments, server) is null)
            {
                Print([.. MigrationDirectory.Read(server.MigrationsFolder).Migrations.Select(static files => new MigrationState(files.Version, files, null))], isAsked: false, output);
                return ExitCode.Success;
            }

            await using var migrations = await DatabaseMigrations.OpenAsync(arguments, server, connection, cancellationToken);
            Print(await migrations.Runner.ReadStatusAsync(cancellationToken), isAsked: true, output);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(IReadOnlyList<MigrationState> states, bool isAsked, CommandOutput output)
    {
        output.Data["migrations"] = new JsonArray([.. states.Select(state => Json(state, isAsked))]);
        foreach (var state in states)
        {
            output.Result(isAsked ? $"{state.Version}  {Describe(state)}" : state.Version);
        }

        if (states.Count == 0)
        {
            output.Result("There are no migrations.");
        }
    }

    private static string Word(MigrationState state) => state switch
    {
        { IsUnknown: true } => "unknown",
        { IsChanged: true } => "changed",
        { IsApplied: true } => "applied",
        { History: not null } => "failed",
        _ => "pending",
    };

    private static string Describe(MigrationState state) => state.History is not { } row ? Word(state)
        : $"{Word(state)} {row.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC by Pod {row.ToolVersion} on {row.Host}"
            + (row.Error is null ? "" : $": {row.Error}");

    private static JsonObject Json(MigrationState state, bool isAsked)
    {
        var json = new JsonObject { ["version"] = state.Version, ["edited"] = state.Files?.IsEdited };
        if (isAsked)
        {
            json["state"] = Word(state);
            json["startedAt"] = state.History?.StartedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            json["durationMs"] = state.History?.Duration.TotalMilliseconds;
            json["step"] = state.History?.Step;
            json["toolVersion"] = state.History?.ToolVersion;
            json["host"] = state.History?.Host;
            json["error"] = state.History?.Error;
        }

        return json;
    }
}
