using Pod.Cli.Output;
using Pod.Database;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Database;

/// <summary>Compares a database, its schema and its history, with a project's migrations.</summary>
internal static class DatabaseCheck
{
    /// <summary>Reports what differs.</summary>
    /// <param name="migrations">The migrations and the database.</param>
    /// <param name="isStrict">Whether warnings are errors.</param>
    /// <param name="output">Where findings go.</param>
    /// <param name="cancellationToken">Ends the statement that runs.</param>
    public static async Task RunAsync(DatabaseMigrations migrations, bool isStrict, CommandOutput output, CancellationToken cancellationToken)
    {
        var warning = isStrict ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        var states = await migrations.Runner.ReadStatusAsync(cancellationToken);
        foreach (var state in states)
        {
            if (state.IsUnknown)
            {
                output.Report(new CommandDiagnostic("POD3052", warning, $"the database has migration {state.Version}, which this project does not have: it is older than the database."));
            }
            else if (state.IsChanged)
            {
                output.Report(ChangedMigration.Finding(state.Version, warning));
            }
            else if (!state.IsApplied)
            {
                output.Report(new CommandDiagnostic(Id: null, DiagnosticSeverity.Info, $"migration {state.Version} is not applied. Run 'dotnet pod migrate'."));
            }
        }

        if (states.LastOrDefault(static state => state is { IsApplied: true, IsUnknown: false }) is { Files: { } newest })
        {
            await CompareAsync(migrations, newest, warning, output, cancellationToken);
        }
    }

    /// <summary>Runs all migrations, one by one, in an empty database and compares what they give with the newest definition.</summary>
    /// <exception cref="CliException">The database is not empty.</exception>
    public static async Task ReplayAsync(DatabaseMigrations migrations, CommandOutput output, CancellationToken cancellationToken)
    {
        if ((await migrations.Database.ReadSchemaAsync(cancellationToken)).Tables.Count > 0)
        {
            throw new CliException("--replay runs all migrations, so it wants an empty database. Give it one with --connection.");
        }

        var newest = migrations.Find(version: null);
        await migrations.Runner.ApplyAsync(new MigrationRunnerOptions { Replay = true }, cancellationToken);
        await CompareAsync(migrations, newest, DiagnosticSeverity.Error, output, cancellationToken);
    }

    private static async Task CompareAsync(
        DatabaseMigrations migrations, MigrationFiles newest, DiagnosticSeverity notable, CommandOutput output, CancellationToken cancellationToken)
    {
        var comparison = await migrations.Database.CompareSchemaAsync(newest.ReadSchema(), cancellationToken);
        foreach (var difference in comparison.Differences.Where(static difference => difference.Weight != DifferenceWeight.Ignored))
        {
            output.Report(new CommandDiagnostic(
                "POD3055",
                difference.Weight == DifferenceWeight.Fatal ? DiagnosticSeverity.Error : notable,
                $"{difference}. The database is not what {newest.Version} leads to; 'dotnet pod migration repair' writes the way there."));
        }
    }
}
