using System.Globalization;
using Microsoft.Extensions.Logging;
using Pod.Database.Diagnostics;
using Pod.Database.Migrations.Integrity;
using Pod.Database.Migrations.Live;
using Pod.Schema.Sql;

namespace Pod.Database.Migrations;

/// <summary>Takes migrations back, newest first, under the lock.</summary>
internal sealed class RollbackRun(
    MigrationConnection connection, MigrationDirectory directory, MigrationHistory history, MigrationRunnerOptions options, TimeProvider timeProvider, ILogger logger)
{
    public async Task<RollbackResult> RunAsync(MigrationFiles target, CancellationToken cancellationToken)
    {
        var scripts = await PlanAsync(target, cancellationToken).ConfigureAwait(false);
        await RefuseLossesAsync(scripts, cancellationToken).ConfigureAwait(false);
        foreach (var script in scripts)
        {
            await RunAsync(script, cancellationToken).ConfigureAwait(false);
            logger.MigrationRolledBack(script.Migration.Version);
        }

        return new RollbackResult
        {
            RolledBack = [.. scripts.Select(static script => script.Migration.Version)],
            Comparison = await SchemaComparer.CompareAsync(connection.Connection, target.ReadSchema(), cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Gives the scripts that lead back to a version, newest first.</summary>
    /// <exception cref="MigrationException">POD3062: one is missing or does not fit its migration; POD3052: the project lacks a version.</exception>
    public async Task<IReadOnlyList<RollbackScript>> PlanAsync(MigrationFiles target, CancellationToken cancellationToken)
    {
        var rows = await history.ReadAsync(cancellationToken).ConfigureAwait(false);
        new MigrationChain(directory, rows, target: null).RefuseNewer();
        return
        [
            .. directory.Migrations.Reverse()
                .Where(migration => string.CompareOrdinal(migration.Version, target.Version) > 0 && rows.TryGetValue(migration.Version, out var row) && (row.IsApplied || row.IsHalfTakenBack))
                .Select(migration => RollbackScript.Read(migration, options.Force) with { DoneSteps = -Math.Min(rows[migration.Version].Step, 0) }),
        ];
    }

    private async Task RunAsync(RollbackScript script, CancellationToken cancellationToken)
    {
        var version = script.Migration.Version;
        var clock = MigrationClock.Start(timeProvider);
        var execution = new ScriptExecution(connection, options.LockTimeout, version, RollbackScript.FileName);
        foreach (var step in script.Steps.Skip(script.DoneSteps))
        {
            // Half taken back is no longer applied; a second rollback goes on from here, and nothing is applied before.
            await execution.RunAsync(
                step,
                () => step.Number == script.Steps.Count
                    ? history.RemoveAsync(version, cancellationToken)
                    : history.WriteAsync(version, script.Migration.Hash, clock.Progress(-step.Number, isComplete: false) with { Error = $"rolled back up to step {step.Number}" }, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RefuseLossesAsync(IReadOnlyList<RollbackScript> scripts, CancellationToken cancellationToken)
    {
        if (options.Force)
        {
            return;
        }

        var losses = new List<string>();
        var schema = await CatalogueReader.ReadAsync(connection.Connection, cancellationToken).ConfigureAwait(false);
        foreach (var (table, column) in scripts.SelectMany(static script => script.Losses))
        {
            if (await CountAsync(schema, table, column, cancellationToken).ConfigureAwait(false) is not 0 and var rows)
            {
                var number = rows?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of";
                losses.Add($"- {number} rows of {(column is null ? $"table '{table}'" : $"column '{table}.{column}'")}");
            }
        }

        losses.AddRange(scripts.SelectMany(static script => script.Emptied)
            .Select(static emptied => $"- {(emptied.Column is null ? $"table '{emptied.Table}'" : $"column '{emptied.Table}.{emptied.Column}'")} comes back without its former values"));
        if (losses.Count > 0)
        {
            throw new MigrationException($"The rollback cannot bring everything back:\n{string.Join('\n', losses)}\nRepeat with --force to accept this.")
            {
                IsRefusal = true,
            };
        }
    }

    // The marks use the names at the time of their script; a later migration may have renamed what they mean.
    private async Task<long?> CountAsync(LiveSchema schema, string table, string? column, CancellationToken cancellationToken)
    {
        if (schema.FindTable(table) is not { } live)
        {
            return null;
        }

        var counted = column is not null && live.FindColumn(column) is not null ? PostgresIdentifier.Quote(column) : "*";
        return await connection.ScalarAsync<long>($"SELECT count({counted}) FROM {PostgresIdentifier.Quote(table)}", cancellationToken).ConfigureAwait(false);
    }
}
