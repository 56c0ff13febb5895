using Microsoft.Extensions.Logging;
using Pod.Database.Diagnostics;
using Pod.Database.Migrations.Live;

namespace Pod.Database.Migrations;

/// <summary>Applies a repair, once, under the lock.</summary>
internal sealed class RepairRun(
    MigrationConnection connection, MigrationDirectory directory, MigrationHistory history, MigrationRunnerOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Applies the repair and sets the recorded versions to those up to its target.</summary>
    /// <returns>Whether it was applied; false when this database has it already.</returns>
    public async Task<bool> RunAsync(RepairFile repair, CancellationToken cancellationToken)
    {
        await history.CreateTableAsync(cancellationToken).ConfigureAwait(false);
        var rows = await history.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (rows.TryGetValue(repair.HistoryVersion, out var row) && row.IsApplied && row.Hash == repair.Hash)
        {
            return false;
        }

        if (directory.Find(repair.Target) is null)
        {
            throw new MigrationException($"POD3060: repair {repair.Name} leads to migration {repair.Target}, which the project does not have.") { Version = repair.Target };
        }

        var done = row is { IsApplied: false } && row.Hash == repair.Hash ? row.Step : 0;
        if (done == 0)
        {
            await CheckLiveAsync(repair, cancellationToken).ConfigureAwait(false);
        }

        var clock = MigrationClock.Start(timeProvider);
        var steps = MigrationScript.ParseFile(repair.HistoryVersion, repair.Sql);
        var execution = new ScriptExecution(connection, options.LockTimeout, repair.HistoryVersion, System.IO.Path.GetFileName(repair.Path));
        foreach (var step in steps.Skip(done))
        {
            var isLast = step.Number == steps.Count;
            await execution.RunAsync(step, () => RecordAsync(repair, rows, clock, step.Number, isLast, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        logger.RepairApplied(repair.Name, repair.Target);
        return true;
    }

    private async Task CheckLiveAsync(RepairFile repair, CancellationToken cancellationToken)
    {
        var live = await CatalogueReader.ReadAsync(connection.Connection, cancellationToken).ConfigureAwait(false);
        if (SchemaFingerprint.Of(live) != repair.Fingerprint)
        {
            throw new MigrationException(
                $"POD3061: repair {repair.Name} was made for another state of this database: its schema has changed since. Make a new one with 'dotnet pod migration repair'.");
        }
    }

    private async Task RecordAsync(
        RepairFile repair, Dictionary<string, AppliedMigration> rows, MigrationClock clock, int step, bool isLast, CancellationToken cancellationToken)
    {
        await history.WriteAsync(repair.HistoryVersion, repair.Hash, clock.Progress(step, isLast), cancellationToken).ConfigureAwait(false);
        if (!isLast)
        {
            return;
        }

        var wanted = directory.Migrations.Where(migration => string.CompareOrdinal(migration.Version, repair.Target) <= 0).ToList();
        foreach (var row in rows.Values.Where(row => !row.IsRepair && !wanted.Exists(migration => migration.Version == row.Version)))
        {
            await history.RemoveAsync(row.Version, cancellationToken).ConfigureAwait(false);
        }

        foreach (var migration in wanted.Where(migration => !rows.TryGetValue(migration.Version, out var row) || !row.IsApplied))
        {
            var steps = MigrationScript.ParseFile(migration.Version, migration.Sql).Count;
            await history.WriteAsync(migration.Version, migration.Hash, clock.Progress(steps, isComplete: true), cancellationToken).ConfigureAwait(false);
        }
    }
}
