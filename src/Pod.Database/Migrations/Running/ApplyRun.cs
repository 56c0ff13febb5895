using Microsoft.Extensions.Logging;
using Pod.Database.Diagnostics;
using Pod.Database.Migrations.Integrity;

namespace Pod.Database.Migrations;

/// <summary>One run that brings a database forward.</summary>
internal sealed class ApplyRun(
    MigrationConnection connection, MigrationDirectory directory, MigrationHistory history, MigrationRunnerOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly RepairFile? _repair = options.ApplyRepair && directory.ReadRepairs() is [.., var newest] ? newest : null;

    /// <summary>Looks, without the lock, whether there is anything to do: most servers that start have nothing, and many may start at once.</summary>
    /// <returns>What a run that does nothing would return; null where it takes the lock to say.</returns>
    public async Task<MigrationResult?> LookAsync(CancellationToken cancellationToken)
    {
        var chain = await ReadChainAsync(cancellationToken).ConfigureAwait(false);
        return _repair is null && chain is { Missing.Count: 0, IsWhole: true } && (options.AcceptNewer || chain.Newer.Count == 0)
            ? Report(chain, applied: [])
            : null;
    }

    /// <summary>Applies what is missing, under the lock.</summary>
    public async Task<MigrationResult> RunAsync(CancellationToken cancellationToken)
    {
        await history.CreateTableAsync(cancellationToken).ConfigureAwait(false);
        var repaired = _repair is not null && await new RepairRun(connection, directory, history, options, timeProvider, logger)
            .RunAsync(_repair, cancellationToken).ConfigureAwait(false);
        var chain = await ReadChainAsync(cancellationToken).ConfigureAwait(false);
        var missing = chain.Missing;
        if (!options.AcceptNewer || missing.Count > 0)
        {
            chain.RefuseNewer();
        }

        chain.RefuseHalfTakenBack();
        var result = Report(chain, missing);
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

        return result with { CreatedFromDefinition = isFresh, Repaired = repaired ? _repair!.Name : null };
    }

    /// <summary>Whether the newest definition can stand for all migrations: the database is empty, and nobody wrote SQL by hand that would be lost.</summary>
    public static async Task<bool> IsFreshAsync(MigrationChain chain, MigrationHistory history, CancellationToken cancellationToken)
        => chain.IsUntouched && chain.Wanted[^1].HasDefinition && !chain.Wanted.Any(static migration => migration.IsEdited)
            && await history.IsDatabaseEmptyAsync(cancellationToken).ConfigureAwait(false);

    private async Task<MigrationChain> ReadChainAsync(CancellationToken cancellationToken)
        => new(directory, await history.ReadAsync(cancellationToken).ConfigureAwait(false), options.Target);

    private MigrationResult Report(MigrationChain chain, IReadOnlyList<MigrationFiles> applied)
    {
        foreach (var version in chain.Changed)
        {
            logger.MigrationChanged(version);
        }

        if (applied.Count == 0)
        {
            logger.NothingToMigrate(chain.Wanted is [.., var newest] ? newest.Version : null);
        }

        return new MigrationResult { Applied = [.. applied.Select(static migration => migration.Version)], Changed = chain.Changed, Newer = chain.Newer };
    }

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
