using Microsoft.Extensions.Logging.Abstractions;
using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Output;
using Pod.Cli.Projects.Migrations;
using Pod.Database;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Development.Steps;

/// <summary>Applies missing migrations, and waits for somebody to make one when the models have gone ahead: the server would refuse to start on an older schema.</summary>
internal sealed class MigrateStep(LoopOptions options, DatabaseStep database, GenerateStep generate, EventStream events, TimeProvider time) : IStep
{
    public string Name => "migrate";

    public async Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (database.Current is not { } current || generate.Result is not { } generation)
        {
            return null;
        }

        var directory = MigrationDirectory.Read(options.Project.MigrationsFolder);
        var runner = new MigrationRunner(current.Database, directory, time, NullLogger.Instance);
        var isApplying = (options.AppliesMigrations || changes.AppliesMigrations) && directory.Migrations.Count > 0;
        var applied = isApplying ? (await runner.ApplyAsync(cancellationToken: cancellationToken)).Applied : [];
        var states = await runner.ReadStatusAsync(cancellationToken);
        var folder = new MigrationFolder(options.Project.MigrationsFolder);
        var areModelsAhead = AreModelsAhead(new ProjectMigrations(folder, folder.Read(), generation));
        events.Emit(new MigrationsRead([.. states.Select(static state => (state.Version, Describe(state)))], areModelsAhead));
        return areModelsAhead ? StepResult.Waiting("models changed: 'm' (or 'dotnet pod create-migration') creates a migration") : Summarize(states, applied);
    }

    private static StepResult Summarize(IReadOnlyList<MigrationState> states, IReadOnlyList<string> applied)
    {
        var missing = states.Count(static state => !state.IsApplied);
        return StepResult.Done(
            missing > 0 ? $"{missing} not applied: 'a' (or 'dotnet pod migrate') applies"
            : applied.Count > 0 ? $"applied {string.Join(", ", applied)}"
            : "nothing to apply");
    }

    private bool AreModelsAhead(ProjectMigrations migrations)
    {
        foreach (var finding in migrations.Chain.Check().Where(static finding => finding.IsError))
        {
            events.Emit(new ProblemFound(Name, new CommandDiagnostic(finding.Id, DiagnosticSeverity.Error, finding.Message)));
        }

        return migrations.Chain.Heads.Count <= 1 && migrations.Chain.CheckModels(migrations.Generation.Schema, migrations.Renames, out _) is not null;
    }

    private static string Describe(MigrationState state) =>
        state.IsUnknown ? "only in the database" : state.IsChanged ? "applied with another text" : state.IsApplied ? "applied" : "not applied";
}
