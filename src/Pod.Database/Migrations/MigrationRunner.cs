using Microsoft.Extensions.Logging;
using Pod.Database.Migrations;

namespace Pod.Database;

/// <summary>Brings a database to the newest version of a project's migrations, or to another one.</summary>
/// <remarks>Any number of processes may run it at once: where something is missing, one applies and the others wait and then find nothing to do.</remarks>
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
    public Task<MigrationResult> ApplyAsync(MigrationRunnerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new MigrationRunnerOptions();
        return LockedRun.ConnectAsync(
            _database,
            async connection =>
            {
                var run = new ApplyRun(connection, _directory, History(connection, options), options, _timeProvider, _logger);
                return await run.LookAsync(cancellationToken).ConfigureAwait(false)
                    ?? await LockedRun.LockAsync(connection, options.LockWait, _timeProvider, _logger, () => run.RunAsync(cancellationToken), cancellationToken)
                        .ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Tells what <see cref="ApplyAsync"/> would execute. Changes nothing.</summary>
    /// <exception cref="MigrationException">The database is newer (POD3052).</exception>
    public Task<IReadOnlyList<PlannedScript>> PlanAsync(MigrationRunnerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new MigrationRunnerOptions();
        return LockedRun.ConnectAsync<IReadOnlyList<PlannedScript>>(
            _database,
            async connection =>
            {
                var history = History(connection, options);
                var chain = new MigrationChain(_directory, await history.ReadAsync(cancellationToken).ConfigureAwait(false), options.Target);
                chain.RefuseNewer();
                return chain.Missing.Count > 0 && !options.Replay && await ApplyRun.IsFreshAsync(chain, history, cancellationToken).ConfigureAwait(false)
                    ? [.. PlannedScript.Of(chain.Wanted[^1].Version, "definition.sql", MigrationScript.ParseFile(chain.Wanted[^1].Version, chain.Wanted[^1].ReadDefinition()))]
                    : [.. chain.Missing.Where(migration => chain.ReplacedBy(migration).Count == 0).SelectMany(migration => PlannedScript.Of(
                        migration.Version, "migration.sql", MigrationScript.ParseFile(migration.Version, migration.Sql).Skip(chain.DoneSteps(migration))))];
            },
            cancellationToken);
    }

    /// <summary>Lists all versions that the project or the database knows, oldest first. Changes nothing.</summary>
    public Task<IReadOnlyList<MigrationState>> ReadStatusAsync(CancellationToken cancellationToken = default)
        => LockedRun.ConnectAsync<IReadOnlyList<MigrationState>>(
            _database,
            async connection =>
            {
                var rows = await History(connection, new MigrationRunnerOptions()).ReadAsync(cancellationToken).ConfigureAwait(false);
                var versions = _directory.Migrations.Select(static migration => migration.Version)
                    .Union(rows.Values.Where(static row => row.LeftTraces && !row.IsRepair).Select(static row => row.Version), StringComparer.Ordinal);
                return [.. versions.Order(StringComparer.Ordinal).Select(version => new MigrationState(version, _directory.Find(version), rows.GetValueOrDefault(version)))];
            },
            cancellationToken);

    /// <summary>Applies a repair, once, and records the versions up to its target as applied.</summary>
    /// <returns>Whether it was applied; false when this database has it already.</returns>
    /// <exception cref="MigrationException">
    /// The project lacks the target (POD3060), the schema is not the one that the repair was made for (POD3061), or a statement failed (POD3051).
    /// </exception>
    public Task<bool> ApplyRepairAsync(RepairFile repair, MigrationRunnerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repair);
        options ??= new MigrationRunnerOptions();
        return LockedAsync(
            options,
            connection => new RepairRun(connection, _directory, History(connection, options), options, _timeProvider, _logger).RunAsync(repair, cancellationToken),
            cancellationToken);
    }

    /// <summary>Takes back the migrations after a version, newest first.</summary>
    /// <param name="version">The version that the database is brought back to.</param>
    /// <param name="options">How it runs; <see cref="MigrationRunnerOptions.Force"/> accepts losses.</param>
    /// <param name="cancellationToken">Ends the run between statements.</param>
    /// <exception cref="MigrationException">There is no way back (POD3062), values would be lost, or a statement failed (POD3051).</exception>
    public Task<RollbackResult> RollbackAsync(string version, MigrationRunnerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new MigrationRunnerOptions();
        var target = Required(version);
        return LockedAsync(
            options,
            connection => new RollbackRun(connection, _directory, History(connection, options), options, _timeProvider, _logger).RunAsync(target, cancellationToken),
            cancellationToken);
    }

    /// <summary>Tells what <see cref="RollbackAsync"/> would execute. Changes nothing.</summary>
    /// <exception cref="MigrationException">There is no way back (POD3062).</exception>
    public Task<IReadOnlyList<PlannedScript>> PlanRollbackAsync(string version, MigrationRunnerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new MigrationRunnerOptions();
        var target = Required(version);
        return LockedRun.ConnectAsync<IReadOnlyList<PlannedScript>>(
            _database,
            async connection =>
            {
                var run = new RollbackRun(connection, _directory, History(connection, options), options, _timeProvider, _logger);
                var scripts = await run.PlanAsync(target, cancellationToken).ConfigureAwait(false);
                return [.. scripts.SelectMany(static script => PlannedScript.Of(script.Migration.Version, RollbackScript.FileName, script.Steps))];
            },
            cancellationToken);
    }

    private MigrationFiles Required(string version) => _directory.Find(version)
        ?? throw new MigrationException($"There is no migration {version}. 'dotnet pod migration list' shows those that there are.") { Version = version };

    private MigrationHistory History(MigrationConnection connection, MigrationRunnerOptions options)
        => new(connection, options.Module ?? _directory.Module ?? "project");

    private Task<T> LockedAsync<T>(MigrationRunnerOptions options, Func<MigrationConnection, Task<T>> work, CancellationToken cancellationToken)
        => LockedRun.RunAsync(_database, options.LockWait, _timeProvider, _logger, work, cancellationToken);
}
