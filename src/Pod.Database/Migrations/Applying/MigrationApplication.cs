using Microsoft.Extensions.Logging;
using Npgsql;
using Pod.Database.Diagnostics;

namespace Pod.Database.Migrations;

/// <summary>Applies single migrations and keeps the history.</summary>
internal sealed class MigrationApplication(
    MigrationConnection connection, MigrationHistory history, TimeSpan lockTimeout, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Creates the newest schema at once, with history rows for all versions that lead to it.</summary>
    public async Task CreateAsync(IReadOnlyList<MigrationFiles> migrations, CancellationToken cancellationToken)
    {
        var newest = migrations[^1];
        var clock = MigrationClock.Start(timeProvider);
        var execution = new ScriptExecution(connection, lockTimeout, newest.Version, "definition.sql");
        var definition = MigrationScript.ParseFile(newest.Version, newest.ReadDefinition());
        await GuardAsync(newest, doneSteps: () => 0, clock, () => execution.RunAsync(
            new MigrationStep(1, true, [.. definition.SelectMany(static step => step.Statements)]),
            async () =>
            {
                foreach (var migration in migrations)
                {
                    var steps = MigrationScript.ParseFile(migration.Version, migration.Sql).Count;
                    await history.WriteAsync(migration.Version, migration.Hash, clock.Progress(steps, isComplete: true), cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken)).ConfigureAwait(false);
        logger.SchemaCreated(newest.Version);
    }

    /// <summary>Applies a migration from the step behind the last one that is done.</summary>
    public async Task ApplyAsync(MigrationFiles migration, int done, CancellationToken cancellationToken)
    {
        var clock = MigrationClock.Start(timeProvider);
        var steps = MigrationScript.ParseFile(migration.Version, migration.Sql);
        var execution = new ScriptExecution(connection, lockTimeout, migration.Version, "migration.sql");
        foreach (var step in steps.Skip(done))
        {
            await GuardAsync(migration, () => done, clock, () => execution.RunAsync(
                step,
                () => history.WriteAsync(migration.Version, migration.Hash, clock.Progress(step.Number, step.Number == steps.Count), cancellationToken),
                cancellationToken)).ConfigureAwait(false);
            done = step.Number;
        }

        logger.MigrationApplied(migration.Version, clock.Elapsed.TotalMilliseconds);
    }

    /// <summary>Records a migration as applied without running it.</summary>
    public Task SkipAsync(MigrationFiles migration, CancellationToken cancellationToken)
    {
        var steps = MigrationScript.ParseFile(migration.Version, migration.Sql).Count;
        var progress = MigrationClock.Start(timeProvider).Progress(steps, isComplete: true);
        return history.WriteAsync(migration.Version, migration.Hash, progress, cancellationToken);
    }

    /// <summary>Records a failed attempt after its transaction was rolled back.</summary>
    private async Task GuardAsync(MigrationFiles migration, Func<int> doneSteps, MigrationClock clock, Func<Task> run)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (Exception failure) when (connection.Connection.State == System.Data.ConnectionState.Open)
        {
            try
            {
                var progress = clock.Progress(doneSteps(), isComplete: false) with { Error = failure.Message };
                await history.WriteAsync(migration.Version, migration.Hash, progress, CancellationToken.None).ConfigureAwait(false);
            }
            catch (NpgsqlException exception)
            {
                logger.FailureNotRecorded(exception, migration.Version);
            }

            throw;
        }
    }
}
