namespace Pod.Database;

/// <summary>Runs statements without a server: in tools, tests and scripts. Safe on any thread.</summary>
/// <example><code>
/// await using var session = new DatabaseSession("Host=localhost;Database=shop");
/// var rows = await Company.Db.FindAsync(session, where: t => t.Name.Like("A%"));
/// </code></example>
public sealed class DatabaseSession : IDatabaseSession, IAsyncDisposable
{
    private readonly bool _ownsDatabase;

    /// <summary>Uses a database that lives elsewhere and is left open.</summary>
    public DatabaseSession(PodDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        Database = database;
    }

    /// <summary>Opens a database of its own.</summary>
    public DatabaseSession(string connectionString, PodDatabaseOptions? options = null)
        : this(new PodDatabase(connectionString, options))
        => _ownsDatabase = true;

    /// <inheritdoc/>
    public PodDatabase Database { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _ownsDatabase ? Database.DisposeAsync() : ValueTask.CompletedTask;
}
