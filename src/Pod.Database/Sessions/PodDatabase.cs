using Microsoft.Extensions.Logging;
using Npgsql;
using Pod.Database.Diagnostics;
using Pod.Database.Execution;
using Pod.Database.Sessions;

namespace Pod.Database;

/// <summary>A PostgreSQL database and its pool of connections. One object serves the whole process; it is safe on any thread.</summary>
public sealed class PodDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly bool _ownsDataSource;
    private readonly ConnectionShells _shells;

    /// <summary>Opens a pool of its own. Nothing is sent before the first statement.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public PodDatabase(string connectionString, PodDatabaseOptions? options = null)
        : this(options, DataSourceFactory.Create(connectionString, options ?? new PodDatabaseOptions()))
        => _ownsDataSource = true;

    /// <summary>Uses a pool that lives elsewhere and is left open. Its own settings for pool size, reset and prepared statements hold.</summary>
    /// <exception cref="ArgumentException">The options have runtime parameters, which only the maker of the pool can give to its connections.</exception>
    public PodDatabase(NpgsqlDataSource dataSource, PodDatabaseOptions? options = null)
        : this(options, dataSource)
    {
        if (options?.RuntimeParameters.Count > 0)
        {
            throw new ArgumentException(
                "Runtime parameters belong to the connections of the data source. Set them in UsePhysicalConnectionInitializer of its builder.",
                nameof(options));
        }
    }

    private PodDatabase(PodDatabaseOptions? options, NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options ??= new PodDatabaseOptions();
        _dataSource = dataSource;
        _shells = new ConnectionShells(dataSource);
        TimeProvider = options.TimeProvider;
        Plans = new StatementPlans((int)Math.Ceiling(options.CommandTimeout.TotalSeconds));
        Logger = options.LoggerFactory.CreateLogger("Pod.Database");
        Warnings = options.DevelopmentWarnings ? new DevelopmentWarnings(Logger) : null;
        var settings = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString);
        Name = settings.Database ?? settings.Username ?? "";
        Host = settings.Host ?? "";
        Port = settings.Port;
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    internal string Host { get; }

    internal int Port { get; }

    internal TimeProvider TimeProvider { get; }

    internal ILogger Logger { get; }

    /// <summary>Null unless asked for.</summary>
    internal DevelopmentWarnings? Warnings { get; }

    internal StatementPlans Plans { get; }

    /// <summary>Waits until the database answers, asking again after growing pauses.</summary>
    /// <param name="timeout">When to give up; zero for never.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DatabaseConnectionException">The time is over, or waiting cannot help: wrong password, unknown database.</exception>
    public Task WaitUntilReachableAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
        => ReachabilityWait.RunAsync(this, timeout, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _ownsDataSource ? _dataSource.DisposeAsync() : ValueTask.CompletedTask;

    internal async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = _shells.Take();
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    internal async ValueTask CloseAsync(NpgsqlConnection connection)
    {
        await connection.CloseAsync().ConfigureAwait(false);
        _shells.Return(connection);
    }

    /// <summary>Lets no idle connection be used again: their session state or their prepared plans may be out of date.</summary>
    internal void RenewConnections() => _dataSource.Clear();
}
