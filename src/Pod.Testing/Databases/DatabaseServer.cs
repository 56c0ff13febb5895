using System.Collections.Concurrent;
using Npgsql;
using Pod.EmbeddedPostgres;

namespace Pod.Testing.Databases;

/// <summary>A PostgreSQL server that test databases are made on. Safe on any thread.</summary>
internal sealed class DatabaseServer(string connectionString, EmbeddedPostgresServer? embedded) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new(StringComparer.Ordinal);

    // Not disposed with the rest: it belongs to the process, and the process ends.
    private readonly SemaphoreSlim _cloning = new(1, 1);

    /// <summary>Gives the connection string of a database, or of the server's own.</summary>
    public string ConnectionTo(string database)
        => new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = true }.ConnectionString;

    /// <summary>Gives a database that was prepared once per process and is only copied from.</summary>
    /// <param name="key">What the preparation depends on.</param>
    /// <param name="prepare">Gets the connection string of an empty database.</param>
    public async Task<string> GetTemplateAsync(string key, Func<string, Task> prepare)
    {
        var template = _templates.GetOrAdd(key, _ => new Lazy<Task<string>>(() => PrepareAsync(prepare)));
        try
        {
            return await template.Value.ConfigureAwait(false);
        }
        catch
        {
            // The next host tries again: the folder of migrations may be another one by then.
            _templates.TryRemove(KeyValuePair.Create(key, template));
            throw;
        }
    }

    /// <summary>Makes a database and gives its name.</summary>
    /// <param name="template">What it is a copy of; null for an empty one.</param>
    public async Task<string> CreateAsync(string? template)
    {
        var name = DatabaseName.New();
        // PostgreSQL copies a template for one at a time.
        await _cloning.WaitAsync().ConfigureAwait(false);
        try
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template ?? "template0"}\"", $"COMMENT ON DATABASE \"{name}\" IS '{DatabaseOwner.Current}'")
                .ConfigureAwait(false);
        }
        finally
        {
            _cloning.Release();
        }

        return name;
    }

    /// <summary>Drops a database with its connections.</summary>
    public Task DropAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");

    /// <summary>Drops what processes left behind that were killed.</summary>
    public async Task DropLeftoversAsync()
    {
        foreach (var (name, comment) in await ListAsync().ConfigureAwait(false))
        {
            // Without a comment its maker is, or was killed, between two statements; then its number has to do.
            var process = DatabaseName.ProcessOf(name);
            var owner = DatabaseOwner.Parse(comment) ?? (process is { } id ? DatabaseOwner.Current with { ProcessId = id, StartedAt = null } : null);
            if (process is not null && process != Environment.ProcessId && owner is { IsGone: true })
            {
                await DropAsync(name).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var template in _templates.Values.Where(static template => template.Value.IsCompletedSuccessfully))
        {
            await DropAsync(await template.Value.ConfigureAwait(false)).ConfigureAwait(false);
        }

        if (embedded is not null)
        {
            await embedded.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<string> PrepareAsync(Func<string, Task> prepare)
    {
        var name = await CreateAsync(template: null).ConfigureAwait(false);
        try
        {
            await prepare(new NpgsqlConnectionStringBuilder(ConnectionTo(name)) { Pooling = false }.ConnectionString).ConfigureAwait(false);
            return name;
        }
        catch
        {
            await DropAsync(name).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<List<(string Name, string? Comment)>> ListAsync()
    {
        await using var connection = await OpenAsync().ConfigureAwait(false);
        await using var command = new NpgsqlCommand(
            "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database WHERE starts_with(datname, $1)", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = DatabaseName.Prefix } },
        };
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var found = new List<(string, string?)>();
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            found.Add((reader.GetString(0), await reader.IsDBNullAsync(1).ConfigureAwait(false) ? null : reader.GetString(1)));
        }

        return found;
    }

    // Only names that the kit itself makes get into these texts; PostgreSQL takes no parameters there.
    private async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = await OpenAsync().ConfigureAwait(false);
        foreach (var statement in statements)
        {
#pragma warning disable CA2100
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync().ConfigureAwait(false);
            return connection;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw new PodTestStartException(
                $"The PostgreSQL server for tests cannot be reached: {exception.Message} Look at the connection string, which comes from {TestPostgres.Variable} or ConnectionString.", exception);
        }
    }
}
