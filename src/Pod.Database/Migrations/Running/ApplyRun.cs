using Microsoft.Extensions.Logging;
using Pod.Database.Diagnostics;
using Pod.Database.Migrations.Integrity;

namespace Pod.Database.Migrations;

/// <summary>One run that brings a database forward, under the lock.</summary>
internal sealed class ApplyRun(
    MigrationConnection connection, MigrationDirectory directory, MigrationHistory history, MigrationRunnerOptions options, TimeProvider timeProvider, ILogger logger)
{
    public async Task<MigrationResult> RunAsync(CancellationToken cancellationToken)
    {
        await history.CreateTableAsync(cancellationToken).ConfigureAwait(false);
        var repair = options.ApplyRepair && directory.ReadRepairs() is [.., var newestRepair] ? newestRepair : null;
        var repaired = repair is not null && await new RepairRun(connection, directory, history, options, timeProvider, logger)
            .RunAsync(repair, cancellationToken).ConfigureAwait(false);
        var chain = new MigrationChain(directory, await history.ReadAsync(cancellationToken).ConfigureAwait(false), options.Target);
        var missing = chain.Missing;
        if (!options.AcceptNewer || missing.Count > 0)
        {
            chain.RefuseNewer();
        }

        chain.RefuseHalfTakenBack();

        foreach (var version in chain.Changed)
        {
            logger.MigrationChanged(version);
        }

        var isFresh = missing.Count > 0 && !options.Replay && await IsFreshAsync(chain, history, cancellationToken).ConfigureAwait(false);
        var applying = new MigrationApplication(connection, history, options.LockTimeout, timeProvider, logger);
        if (isFresh)
        {
            await applying.CreateAsync(chain.Wanted, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            foreach (var migration in missing)
            {
                await ApplyAsync(applying, chain, migration, cancellationToken).ConfigureAwait(false);
            }
        }

        if (missing.Count == 0)
        {
            logger.NothingToMigrate(chain.Wanted is [.., var newest] ? newest.Version : null);
        }

        return new MigrationResult
        {
            Applied = [.. missing.Select(static migration => migration.Version)],
            CreatedFromDefinition = isFresh,
            Changed = chain.Changed,
            Newer = chain.Newer,
            Repaired = repaired ? repair!.Name : null,
        };
    }

    /// <summary>Whether the newest definition can stand for all migrations: the database is empty, and nobody wrote SQL by hand that would be lost.</summary>
    public static async Task<bool> IsFreshAsync(MigrationChain chain, MigrationHistory history, CancellationToken cancellationToken)
        => chain.IsUntouched && chain.Wanted[^1].HasDefinition && !chain.Wanted.Any(static migration => migration.IsEdited)
            && await history.IsDatabaseEmptyAsync(cancellationToken).ConfigureAwait(false);

    private async Task ApplyAsync(MigrationApplication applying, MigrationChain chain, MigrationFiles migration, CancellationToken cancellationToken)
    {
        if (chain.ReplacedBy(migration) is not { Count: > 0 } replaced)
        {
            await applying.ApplyAsync(migration, chain.DoneSteps(migration), cancellationToken).ConfigureAwait(false);
            return;
        }

        // The database got the parts of a rebased migration before the rebase.
        var comparison = await SchemaComparer.CompareAsync(connection.Connection, migration.ReadSchema(), cancellationToken).ConfigureAwait(false);
        if (replaced.Count < migration.Replaces.Count || !comparison.IsMatch)
        {
            throw new MigrationException(
                $"POD3055: migration {migration.Version} replaces {string.Join(", ", migration.Replaces)}, of which the database has {string.Join(", ", replaced)}, "
                + $"and its schema is not what the migration leads to. Run 'dotnet pod migration repair --target {migration.Version}'.\n"
                + comparison.Describe(DifferenceWeight.Notable))
            {
                Version = migration.Version,
            };
        }

        var transaction = await connection.Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await applying.SkipAsync(migration, cancellationToken).ConfigureAwait(false);
            foreach (var version in replaced)
            {
                await history.RemoveAsync(version, cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        logger.MigrationReplaced(migration.Version, string.Join(", ", replaced));
    }
}
