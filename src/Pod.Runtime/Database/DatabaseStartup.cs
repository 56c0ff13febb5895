using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pod.Database;
using Pod.EmbeddedPostgres;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Database;

/// <summary>Opens the database, applies migrations and looks whether the schema fits the code, before the server listens; closes it after the last call has ended.</summary>
internal sealed class DatabaseStartup(
    PodServerProtocol protocol,
    ServerDatabase database,
    IOptions<PodOptions> options,
    IHostEnvironment environment,
    TimeProvider time,
    ILoggerFactory loggers) : IHostedLifecycleService
{
    private readonly ILogger _logger = loggers.CreateLogger("Pod.Runtime.Database");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await database.OpenAsync(cancellationToken).ConfigureAwait(false) is { } opened)
            {
                await MigrateAsync(opened, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is PodDatabaseException or EmbeddedPostgresException)
        {
            throw new PodStartException($"The server cannot start: {exception.Message}", exception);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken) => await database.DisposeAsync().ConfigureAwait(false);

    private async Task MigrateAsync(PodDatabase opened, CancellationToken cancellationToken)
    {
        var settings = options.Value.Migrations;
        var expected = protocol.CompleteSchema;
        var isCompared = settings.OnMismatch != SchemaMismatch.Off && expected.Tables.Count > 0;
        var isApplied = settings.Apply == MigrationApplication.OnStart || settings.ApplyRepair;
        if (!isCompared && !isApplied)
        {
            return;
        }

        var directory = MigrationDirectory.Read(Path.Combine(environment.ContentRootPath, settings.Folder), _logger);
        var runner = new MigrationRunner(opened, directory, time, _logger);
        if (isApplied)
        {
            await ApplyAsync(runner, directory, settings, cancellationToken).ConfigureAwait(false);
        }

        if (isCompared)
        {
            await new SchemaCheck(opened, runner, settings.OnMismatch, _logger).RunAsync(expected, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ApplyAsync(MigrationRunner runner, MigrationDirectory directory, PodMigrationSettings settings, CancellationToken cancellationToken)
    {
        var wanted = new MigrationRunnerOptions { LockWait = settings.LockWait, AcceptNewer = true, ApplyRepair = settings.ApplyRepair };
        if (settings.Apply != MigrationApplication.OnStart)
        {
            if (directory.ReadRepairs() is [.., var repair])
            {
                await runner.ApplyRepairAsync(repair, wanted, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        var result = await runner.ApplyAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (result.Applied is [.., var newest])
        {
            _logger.MigrationsApplied(result.Applied.Count, newest);
        }
    }
}
