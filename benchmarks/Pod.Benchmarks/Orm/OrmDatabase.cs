using Npgsql;
using Pod.Benchmarks.Orm.Contenders;
using Pod.EmbeddedPostgres;

namespace Pod.Benchmarks.Orm;

/// <summary>A private PostgreSQL with the tables and rows of the suite.</summary>
internal sealed class OrmDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly EmbeddedPostgresServer _server;
    private readonly string _connectionString;
    private readonly NpgsqlDataSource _dataSource;

    private OrmDatabase(DirectoryInfo folder, EmbeddedPostgresServer server)
    {
        _folder = folder;
        _server = server;
        // The same for everybody, and what each would choose: statements stay prepared, and connections that nobody changes are not reset.
        _connectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            MaxPoolSize = 16,
            MaxAutoPrepare = 256,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        }.ConnectionString;
        _dataSource = NpgsqlDataSource.Create(_connectionString);
    }

    public static async Task<OrmDatabase> StartAsync()
    {
        // Not a private folder: PostgreSQL has to enter it, and runs as another user when this one is root.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "pod-benchmarks-" + Guid.NewGuid().ToString("N")));
        var server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
        {
            DataDirectory = Path.Combine(folder.FullName, "data"),
            // The disk and the server's own housekeeping are nobody's merit.
            Settings = new Dictionary<string, string> { ["synchronous_commit"] = "off", ["autovacuum"] = "off", ["max_wal_size"] = "8GB" },
        });
        var database = new OrmDatabase(folder, server);
        await database.ExecuteAsync(OrmRows.Schema);
        return database;
    }

    /// <summary>The limit comes first.</summary>
    public List<IOrmContender> Contenders() =>
    [
        new NpgsqlContender(NpgsqlDataSource.Create(_connectionString)),
        new DapperContender(NpgsqlDataSource.Create(_connectionString)),
        new EntityFrameworkContender(NpgsqlDataSource.Create(_connectionString)),
        new PodContender(new DatabaseSession(_connectionString)),
    ];

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What the contenders have stored, read by nobody of them.</summary>
    public async Task<List<Draft>> DraftsAsync()
    {
        await using var command = _dataSource.CreateCommand("""SELECT * FROM "draft" ORDER BY "id" """);
        await using var reader = await command.ExecuteReaderAsync();
        var drafts = new List<Draft>();
        while (await reader.ReadAsync())
        {
            drafts.Add(new()
            {
                Id = reader.GetInt64(reader.GetOrdinal("id")),
                Title = reader.GetString(reader.GetOrdinal("title")),
                Body = reader.GetString(reader.GetOrdinal("body")),
                Views = reader.GetInt32(reader.GetOrdinal("views")),
                Score = reader.GetDouble(reader.GetOrdinal("score")),
                Published = reader.GetBoolean(reader.GetOrdinal("published")),
                CreatedAt = reader.GetDateTime(reader.GetOrdinal("createdAt")),
                EditedAt = reader.GetFieldValue<DateTime?>(reader.GetOrdinal("editedAt")),
            });
        }

        return drafts;
    }

    public async ValueTask DisposeAsync()
    {
        await _dataSource.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
