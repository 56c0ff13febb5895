using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Pod.Database;
using Pod.EmbeddedPostgres;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Hosting;

namespace Pod.Runtime.Database;

/// <summary>
/// The server's database. Where it comes from, first match wins: an <see cref="NpgsqlDataSource"/> among the services, the connection string
/// <c>poddb</c>, a private PostgreSQL in Development and Test. An application without tables and connection has none.
/// </summary>
internal sealed class ServerDatabase(
    PodServerProtocol protocol,
    IOptions<PodOptions> options,
    IConfiguration configuration,
    IHostEnvironment environment,
    IServiceProvider services,
    TimeProvider time,
    ILoggerFactory loggers) : IAsyncDisposable
{
    private const string NotConfigured =
        $"This server has no database. Set the connection string 'ConnectionStrings:{HostingContract.DatabaseConnection}' (environment: ConnectionStrings__{HostingContract.DatabaseConnection}), "
        + "or 'Pod:Database:Embedded' to true for a private PostgreSQL.";

    private readonly ILogger _logger = loggers.CreateLogger("Pod.Runtime.Database");
    private EmbeddedPostgresServer? _embedded;
    private PodDatabase? _database;

    /// <summary>Gets the database.</summary>
    /// <exception cref="InvalidOperationException">The server has none, or has not started.</exception>
    public PodDatabase Required => _database ?? throw new InvalidOperationException(NotConfigured);

    /// <summary>Opens the database and waits until it answers.</summary>
    /// <returns>The database, or null when the application has none.</returns>
    public async Task<PodDatabase?> OpenAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value.Database;
        var databaseOptions = OptionsFor(time);
        if (services.GetService<NpgsqlDataSource>() is { } dataSource)
        {
            _database = new PodDatabase(dataSource, databaseOptions);
        }
        else if (configuration.GetConnectionString(HostingContract.DatabaseConnection) is { Length: > 0 } connectionString)
        {
            _database = new PodDatabase(connectionString, databaseOptions);
        }
        else if (protocol.AllTables.Any() || settings.Embedded == true)
        {
            _database = new PodDatabase(await StartEmbeddedAsync(settings, cancellationToken).ConfigureAwait(false), databaseOptions);
        }

        if (_database is not null)
        {
            await _database.WaitUntilReachableAsync(settings.StartupTimeout, cancellationToken).ConfigureAwait(false);
        }

        return _database;
    }

    /// <summary>What the configuration says about databases of this server.</summary>
    public PodDatabaseOptions OptionsFor(TimeProvider clock)
    {
        var settings = options.Value.Database;
        var databaseOptions = new PodDatabaseOptions
        {
            MaxPoolSize = settings.MaxPoolSize,
            CommandTimeout = settings.CommandTimeout,
            SslMode = settings.SslMode,
            SearchPath = settings.SearchPath,
            RuntimeParameters = [.. settings.RuntimeParameters.Select(static parameter => RuntimeParameters.Custom(parameter.Key, parameter.Value))],
            TagQueries = settings.TagQueries,
            LogQueries = settings.LogQueries,
            IncludeSensitiveData = settings.IncludeSensitiveData,
            DevelopmentWarnings = environment.IsDevelopment(),
            Schema = environment.IsDevelopment() ? protocol.CompleteSchema : null,
            TimeProvider = clock,
            LoggerFactory = loggers,
        };
        foreach (var interceptor in services.GetServices<IDatabaseInterceptor>())
        {
            databaseOptions.Interceptors.Add(interceptor);
        }

        return databaseOptions;
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync().ConfigureAwait(false);
        }

        if (_embedded is not null)
        {
            await _embedded.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<string> StartEmbeddedAsync(PodDatabaseSettings settings, CancellationToken cancellationToken)
    {
        if (!(settings.Embedded ?? (environment.IsDevelopment() || environment.IsEnvironment("Test"))))
        {
            throw new PodStartException(NotConfigured, PodStartException.ConfigurationInvalid);
        }

        var mode = environment.EnvironmentName.ToLowerInvariant();
        _embedded = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = Path.Combine(environment.ContentRootPath, settings.EmbeddedFolder ?? Path.Combine(".pod", mode, "postgres")),
                TimeProvider = time,
                Log = _logger.EmbeddedPostgresSays,
            },
            cancellationToken).ConfigureAwait(false);
        _logger.EmbeddedPostgresStarted(_embedded.ServerVersion, _embedded.DataDirectory);
        return _embedded.ConnectionString;
    }
}
