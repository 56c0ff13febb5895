using Microsoft.Extensions.Logging;
using Pod.Database.Diagnostics;
using Pod.Database.Errors;
using Pod.Database.Migrations;

namespace Pod.Database;

/// <summary>Brings a database to the newest version of a project's migrations.</summary>
/// <remarks>Any number of processes may run it at once: one applies, the others wait and then find nothing to do.</remarks>
/// <example><code>
/// var result = await new MigrationRunner(database, MigrationDirectory.Read("migrations"), TimeProvider.System, logger).ApplyAsync();
/// </code></example>
public sealed class MigrationRunner
{
    private readonly PodDatabase _database;
    private readonly MigrationDirectory _directory;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    /// <summary>Makes a runner.</summary>
    public MigrationRunner(PodDatabase database, MigrationDirectory directory, TimeProvider timeProvider, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(logger);
        _database = database;
        _directory = directory;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>Applies what is missing. An empty database gets the newest definition, unless a migration was edited by hand.</summary>
    /// <exception cref="MigrationException">A statement failed (POD3051), the lock could not be had (POD3050), or the database is newer
    /// (POD3052).</exception>
    /// <exception cref="DatabaseConnectionException">There is no connection.</exception>
    public async Task<MigrationResult> ApplyAsync(MigrationRunnerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new MigrationRunnerOptions();
        var connection = await MigrationConnection.OpenAsync(_database, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                var held = await MigrationLock.TakeAsync(connection, options.LockWait, _timeProvider, _logger, cancellationToken).ConfigureAwait(false);
                try
                {
                    return await ApplyLockedAsync(connection, options, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    await held.ReleaseAsync().ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening: false) is { } error)
            {
                throw error;
            }
        }
    }

    private async Task<MigrationResult> ApplyLockedAsync(
        MigrationConnection connection, MigrationRunnerOptions options, CancellationToken cancellationToken)
    {
        var history = new MigrationHistory(connection, options.Module ?? _directory.Module ?? "project");
        await history.CreateTableAsync(cancellationToken).ConfigureAwait(false);
        var records = await history.ReadAsync(cancellationToken).ConfigureAwait(false);
        RefuseNewer(records);
        var changed = FindChanged(records);
        var missing = _directory.Migrations.Where(migration => !IsApplied(records, migration)).ToList();
        if (missing.Count == 0)
        {
            _logger.NothingToMigrate(_directory.Migrations is [.., var newest] ? newest.Version : null);
            return new MigrationResult { Applied = [], Changed = changed };
        }

        var applying = new MigrationApplication(connection, history, options.LockTimeout, _timeProvider, _logger);
        var isFresh = missing.Count == _directory.Migrations.Count
            && !_directory.Migrations.Any(static migration => migration.IsEdited)
            && await history.IsDatabaseEmptyAsync(cancellationToken).ConfigureAwait(false);
        if (isFresh)
        {
            await applying.CreateAsync(_directory.Migrations, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            foreach (var migration in missing)
            {
                var step = records.TryGetValue(migration.Version, out var record) ? record.Step : 0;
                await applying.ApplyAsync(migration, step, cancellationToken).ConfigureAwait(false);
            }
        }

        return new MigrationResult
        {
            Applied = [.. missing.Select(static migration => migration.Version)],
            CreatedFromDefinition = isFresh,
            Changed = changed,
        };
    }

    private static bool IsApplied(Dictionary<string, MigrationRecord> records, MigrationFiles migration)
        => records.TryGetValue(migration.Version, out var record) && record.IsApplied;

    private void RefuseNewer(Dictionary<string, MigrationRecord> records)
    {
        var known = _directory.Migrations.Select(static migration => migration.Version).ToHashSet(StringComparer.Ordinal);
        // A failed attempt that left nothing behind makes no newer database.
        var unknown = records
            .Where(record => !known.Contains(record.Key) && (record.Value.IsApplied || record.Value.Step > 0))
            .Select(static record => record.Key);
        if (unknown.Max(StringComparer.Ordinal) is { } newest)
        {
            throw new MigrationException(
                $"POD3052: the database has migration {newest}, which this project does not have: it is older than the database. Start a newer build of the "
                + "project, or restore the database from before that migration.")
            {
                Version = newest,
            };
        }
    }

    private List<string> FindChanged(Dictionary<string, MigrationRecord> records)
    {
        var changed = new List<string>();
        foreach (var migration in _directory.Migrations)
        {
            if (records.TryGetValue(migration.Version, out var record) && record.IsApplied && record.Hash != migration.Hash)
            {
                _logger.MigrationChanged(migration.Version);
                changed.Add(migration.Version);
            }
        }

        return changed;
    }
}
