using Microsoft.Extensions.Logging;
using Npgsql;
using Pod.Database.Diagnostics;
using Pod.Database.Errors;
using Pod.Database.Execution;
using Pod.Database.Interception;
using Pod.Database.Migrations.Integrity;
using Pod.Database.Migrations.Live;
using Pod.Database.Sessions;
using Pod.Schema;

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
        Logger = options.LoggerFactory.CreateLogger("Pod.Database");
        QueryLog = QueryLog.For(Logger, options);
        Interceptors = options.Interceptors.Count > 0 ? new Interceptors([.. options.Interceptors]) : null;
        TagsQueries = options.TagQueries;
        IncludesSensitiveData = options.IncludeSensitiveData;
        Warnings = options.DevelopmentWarnings ? new DevelopmentWarnings(Logger, options.Schema) : null;
        Plans = new StatementPlans((int)Math.Ceiling(options.CommandTimeout.TotalSeconds), Warnings);
        var settings = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString);
        Name = settings.Database ?? settings.Username ?? "";
        Host = settings.Host ?? "";
        Port = settings.Port;
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    internal NpgsqlDataSource DataSource => _dataSource;

    /// <summary>Where everything runs that is given no transaction; null for the pool.</summary>
    internal EnclosingTransaction? Enclosing { get; set; }

    internal string Host { get; }

    internal int Port { get; }

    internal TimeProvider TimeProvider { get; }

    internal ILogger Logger { get; }

    /// <summary>Null unless asked for.</summary>
    internal DevelopmentWarnings? Warnings { get; }

    /// <summary>Null unless statements are logged.</summary>
    internal QueryLog? QueryLog { get; }

    /// <summary>Null unless there are any.</summary>
    internal Interceptors? Interceptors { get; }

    internal bool TagsQueries { get; }

    /// <summary>Whether it matters which session a transaction belongs to.</summary>
    internal bool CaresForSessions => TagsQueries || Interceptors is not null;

    internal bool IncludesSensitiveData { get; }

    internal StatementPlans Plans { get; }

    /// <summary>Waits until the database answers, asking again after growing pauses.</summary>
    /// <param name="timeout">When to give up; zero for never.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DatabaseConnectionException">The time is over, or waiting cannot help: wrong password, unknown database.</exception>
    public Task WaitUntilReachableAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
        => ReachabilityWait.RunAsync(this, timeout, cancellationToken);

    /// <summary>Reads the schema that the database has: the tables of the first schema of the search path, in one round trip.</summary>
    /// <remarks>
    /// Types, defaults, keys and indexes are in the words of a definition. Conditions are spelt as PostgreSQL spells them, and what models know and
    /// databases do not, the names of classes, modules and C# types, is empty.
    /// </remarks>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PodDatabaseException">The catalogue cannot be read.</exception>
    public Task<DatabaseSchema> ReadSchemaAsync(CancellationToken cancellationToken = default)
        => InspectAsync(
            static async (connection, _, stop) => (await CatalogueReader.ReadAsync(connection, stop).ConfigureAwait(false)).ToSchema(),
            DatabaseSchema.Empty(""),
            cancellationToken);

    /// <summary>Holds the schema that the database has against the one that is expected, with a number of queries that does not depend on the number of tables.</summary>
    /// <param name="expected">The schema that code was generated for, or that a migration's <c>definition.json</c> describes.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <exception cref="PodDatabaseException">The catalogue cannot be read.</exception>
    public Task<SchemaComparison> CompareSchemaAsync(DatabaseSchema expected, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return InspectAsync(SchemaComparer.CompareAsync, expected, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _ownsDataSource ? _dataSource.DisposeAsync() : ValueTask.CompletedTask;

    internal async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = _shells.Take();
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            ConnectionMeters.Opened(this);
            return connection;
        }
        catch (Exception exception)
        {
            ConnectionMeters.Failed(this, exception);
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    internal async ValueTask CloseAsync(NpgsqlConnection connection)
    {
        ConnectionMeters.Closed(this);
        await connection.CloseAsync().ConfigureAwait(false);
        _shells.Return(connection);
    }

    private async Task<T> InspectAsync<T>(
        Func<NpgsqlConnection, DatabaseSchema, CancellationToken, Task<T>> inspect, DatabaseSchema expected, CancellationToken cancellationToken)
    {
        var isOpening = true;
        try
        {
            var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
            isOpening = false;
            try
            {
                return await inspect(connection, expected, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await CloseAsync(connection).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening) is { } error)
        {
            throw error;
        }
    }

    /// <summary>Lets no idle connection be used again: their session state or their prepared plans may be out of date.</summary>
    internal void RenewConnections() => _dataSource.Clear();
}
