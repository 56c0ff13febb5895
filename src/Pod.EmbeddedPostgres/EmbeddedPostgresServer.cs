using Pod.EmbeddedPostgres.Cluster;
using Pod.EmbeddedPostgres.Connections;
using Pod.EmbeddedPostgres.Supervision;

namespace Pod.EmbeddedPostgres;

/// <summary>
/// A private PostgreSQL for development and tests. It stops when it is disposed, and also when this process ends in any other way.
/// </summary>
/// <remarks>One owner per data folder at a time, unless it is <see cref="EmbeddedPostgresOptions.Shared"/>. All members may be used from several threads at once.</remarks>
/// <example>
/// <code>
/// await using var postgres = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = ".pod/postgres" });
/// await using var connection = new NpgsqlConnection(postgres.ConnectionString);
/// </code>
/// </example>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly IServerTenure _tenure;
    private readonly ServerAddress _address;
    private readonly string _database;
    private Task? _stop;

    internal EmbeddedPostgresServer(IServerTenure tenure, ServerAddress address, StartedFrom from)
    {
        _tenure = tenure;
        _address = address;
        _database = from.Database;
        DataDirectory = from.Folder;
        ServerVersion = from.Version;
    }

    /// <summary>The connection string of the database named in the options, in Npgsql's form: over TCP when a port was named, else over the socket.</summary>
    public string ConnectionString => GetConnectionString(_database);

    /// <summary>The process id of PostgreSQL's main process.</summary>
    public int ProcessId => _tenure.ProcessId;

    /// <summary>The version of the running server, such as <c>15.14</c>.</summary>
    public string ServerVersion { get; }

    /// <summary>The folder the data is really in: the one named in the options, unless the unprivileged account could not reach that one.</summary>
    public string DataDirectory { get; }

    /// <summary>Starts PostgreSQL on a data folder, which is created when absent and recovered when the last run ended badly.</summary>
    /// <param name="options">Where the data is and where the programs come from.</param>
    /// <param name="cancellationToken">Gives up the start; nothing is left running.</param>
    /// <returns>The running server, which belongs to the caller.</returns>
    /// <exception cref="EmbeddedPostgresException">No programs were found, the folder is in use or foreign, or the server does not start.</exception>
    public static Task<EmbeddedPostgresServer> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new ServerStart(options).RunAsync(cancellationToken);
    }

    /// <summary>Finds the server that some process, this one or another, runs on a data folder. It may stop at any time with its owner.</summary>
    /// <param name="dataDirectory">The folder named in the owner's options.</param>
    /// <param name="databaseName">The database; it need not exist.</param>
    /// <returns>The connection string in Npgsql's form, or null when no server on that folder is ready.</returns>
    public static string? FindConnectionString(string dataDirectory, string databaseName = "pod")
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        ArgumentException.ThrowIfNullOrEmpty(databaseName);
        return RunningCluster.Find(dataDirectory)?.ConnectionString(databaseName);
    }

    /// <summary>Stops the server that some process, this one or another, runs on a data folder. Its owner notices.</summary>
    /// <param name="dataDirectory">The folder named in the owner's options.</param>
    /// <param name="cancellationToken">Ends the wait, not the stop.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="EmbeddedPostgresException">It does not stop.</exception>
    public static Task<bool> StopRunningAsync(string dataDirectory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        return RunningCluster.StopAsync(dataDirectory, cancellationToken);
    }

    /// <summary>Finds the log that PostgreSQL writes about a data folder, whether it runs or not.</summary>
    /// <param name="dataDirectory">The folder named in the options.</param>
    /// <returns>The path of the file, or null when nothing was written yet.</returns>
    public static string? FindLogFile(string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        return DataFolderLocator.Candidates(dataDirectory).Select(static folder => new ServerLog(folder.LogFolder).FilePath).FirstOrDefault(File.Exists);
    }

    /// <summary>The connection string of another database on this server, in Npgsql's form.</summary>
    /// <param name="database">The name of the database; it need not exist yet.</param>
    /// <returns>The connection string.</returns>
    public string GetConnectionString(string database)
    {
        ArgumentException.ThrowIfNullOrEmpty(database);
        return _address.ConnectionString(database);
    }

    /// <summary>Stops the server in order and lets go of the folder; one that is shared stops when its last user has gone. Stopping twice is harmless.</summary>
    /// <param name="cancellationToken">Ends the patience, not the stop: the server is then stopped at once, and recovers at the next start.</param>
    /// <returns>A task that ends when the server is gone.</returns>
    public Task StopAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return _stop ??= _tenure.EndAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);
}
