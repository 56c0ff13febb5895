using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pod.Database;
using Pod.Database.Sessions;
using Pod.Runtime;
using Pod.Runtime.Database;
using Pod.Runtime.Hosting;
using Pod.Testing.Databases;

namespace Pod.Testing.Isolating;

/// <summary>The database of one host, and those of its tests. Safe on any thread.</summary>
internal sealed class HostDatabase(PodTestHost host) : IAsyncDisposable
{
    // A connection per running test.
    private const int MostTestsAtOnce = 100;

    private readonly SemaphoreSlim _sharing = new(1, 1);
    private IServiceProvider? _services;
    private DatabaseServer? _server;
    private string? _template;
    private string? _name;
    private NpgsqlDataSource? _pool;
    private LockMonitor? _locks;
    private (PodDatabase Database, TestTransaction Transaction)? _shared;

    /// <summary>Whether the application has one.</summary>
    public bool Exists => _name is not null;

    /// <summary>Makes the host's own database, a copy of the template with the migrations. An application without tables gets none.</summary>
    public async Task CreateAsync(IServiceProvider services)
    {
        _services = services;
        if (!host.Protocol.AllTables.Any())
        {
            return;
        }

        _server = await TestPostgres.GetAsync(host.Options.ConnectionString).ConfigureAwait(false);
        _template = await TemplateAsync(services).ConfigureAwait(false);
        _name = await _server.CreateAsync(_template).ConfigureAwait(false);
        services.GetRequiredService<IConfiguration>()["ConnectionStrings:" + HostingContract.DatabaseConnection] = _server.ConnectionTo(_name);
    }

    public async Task SeedAsync(IServiceProvider services)
    {
        if (host.Options.Seed is { } seed)
        {
            await services.GetRequiredService<ISessionFactory>().RunAsync(seed).ConfigureAwait(false);
        }
    }

    /// <summary>Opens the database of one test; null for an application that has none.</summary>
    public async Task<TestDatabase?> OpenAsync(Isolation isolation, TestTime time, string testName)
    {
        if (_server is null || _name is null)
        {
            return null;
        }

        switch (isolation)
        {
            case Isolation.None:
                return new TestDatabase(_services!.GetRequiredService<ServerDatabase>().Required, null, static () => ValueTask.CompletedTask);
            case Isolation.RollbackAtEnd:
                var (shared, sharedTransaction) = await ShareAsync().ConfigureAwait(false);
                return new TestDatabase(shared, sharedTransaction, static () => ValueTask.CompletedTask);
            case Isolation.Database:
                return await CopyAsync(time.Source).ConfigureAwait(false);
            default:
                var (database, transaction) = await BeginAsync(time.Source, testName).ConfigureAwait(false);
                _locks!.Add(transaction);
                return new TestDatabase(database, transaction, () =>
                {
                    _locks.Remove(transaction);
                    return transaction.DisposeAsync();
                });
        }
    }

    public async Task EndTransactionAsync()
    {
        if (_shared is { } shared)
        {
            _shared = null;
            await shared.Transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_locks is not null)
        {
            await _locks.DisposeAsync().ConfigureAwait(false);
        }

        if (_pool is not null)
        {
            await _pool.DisposeAsync().ConfigureAwait(false);
        }

        if (_server is not null && _name is { } name)
        {
            _name = null;
            await _server.DropAsync(name).ConfigureAwait(false);
        }

        _sharing.Dispose();
    }

    private async Task<string?> TemplateAsync(IServiceProvider services)
        => host.Options.ApplyMigrations == ApplyMigrations.All ? await MigratedTemplate.GetAsync(_server!, services).ConfigureAwait(false)
            : host.Options.ApplyMigrations == ApplyMigrations.Models ? await ModelTemplate.GetAsync(_server!, host.Protocol, services).ConfigureAwait(false)
            : null;

    private async Task<(PodDatabase, TestTransaction)> BeginAsync(TimeProvider time, string testName)
    {
        var options = OptionsFor(time);
        var pool = Pool(options);
        // Its connections have them already.
        options.RuntimeParameters = [];
        var database = new PodDatabase(pool, options);
        var logger = _services!.GetRequiredService<ILoggerFactory>().CreateLogger("Pod.Testing");
        return (database, await TestTransaction.BeginAsync(database, logger, testName).ConfigureAwait(false));
    }

    private async Task<(PodDatabase Database, TestTransaction Transaction)> ShareAsync()
    {
        await _sharing.WaitAsync().ConfigureAwait(false);
        try
        {
            return _shared ??= await BeginAsync(host.Clock, "the tests of the fixture").ConfigureAwait(false);
        }
        finally
        {
            _sharing.Release();
        }
    }

    private async Task<TestDatabase> CopyAsync(TimeProvider time)
    {
        var name = await _server!.CreateAsync(_template).ConfigureAwait(false);
        var database = new PodDatabase(_server.ConnectionTo(name), OptionsFor(time));
        return new TestDatabase(database, null, async () =>
        {
            await database.DisposeAsync().ConfigureAwait(false);
            await _server.DropAsync(name).ConfigureAwait(false);
        })
        {
            NeedsSeed = host.Options.Seed is not null,
        };
    }

    private NpgsqlDataSource Pool(PodDatabaseOptions options)
    {
        if (_pool is not null)
        {
            return _pool;
        }

        options.MaxPoolSize = MostTestsAtOnce;
        var made = DataSourceFactory.Create(_server!.ConnectionTo(_name!), options);
        if (Interlocked.CompareExchange(ref _pool, made, null) is { } other)
        {
            made.Dispose();
            return other;
        }

        _locks = new LockMonitor(made, host.Options.LockTimeout);
        return made;
    }

    private PodDatabaseOptions OptionsFor(TimeProvider time) => _services!.GetRequiredService<ServerDatabase>().OptionsFor(time);
}
