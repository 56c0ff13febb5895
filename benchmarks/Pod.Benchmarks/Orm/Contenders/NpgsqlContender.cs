using Npgsql;
using NpgsqlTypes;

namespace Pod.Benchmarks.Orm.Contenders;

/// <summary>The limit: Npgsql as one writes it by hand when it has to be fast. Statements are prepared, columns read by ordinal, nothing is boxed.</summary>
internal sealed class NpgsqlContender(NpgsqlDataSource dataSource) : IOrmContender
{
    private const string PostColumns = """SELECT "id", "authorId", "title", "body", "views", "score", "published", "createdAt", "editedAt" FROM "post" """;

    private const string ReadingColumns = """SELECT "id", "sensor", "value", "takenAt" FROM "reading" """;

    private const string DraftColumns = """INSERT INTO "draft" ("title", "body", "views", "score", "published", "createdAt", "editedAt") """;

    private const string InsertDrafts = DraftColumns + "SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)";

    public string Name => "Npgsql by hand";

    public async Task<Post?> FindAsync(long id)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(PostColumns + """WHERE "id" = $1""", connection) { Parameters = { Of(id) } };
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? ReadPost(reader) : null;
    }

    public Task<List<Post>> ListAsync() => PostsAsync(PostColumns + """ORDER BY "id" LIMIT 100""");

    public Task<List<Post>> PageAsync(int views)
        => PostsAsync(PostColumns + """WHERE "published" = $1 AND "views" >= $2 ORDER BY "createdAt" DESC LIMIT 20""", Of(true), Of(views));

    public async Task<List<Author>> AuthorsWithPostsAsync()
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        var authors = new List<Author>();
        await using (var command = new NpgsqlCommand("""SELECT "id", "name", "country" FROM "author" ORDER BY "id" LIMIT 100""", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                authors.Add(new() { Id = reader.GetInt64(0), Name = reader.GetString(1), Country = reader.GetString(2), Posts = [] });
            }
        }

        var byId = authors.ToDictionary(static author => author.Id);
        var ids = new NpgsqlParameter<long[]> { TypedValue = [.. byId.Keys] };
        await using (var command = new NpgsqlCommand(PostColumns + """WHERE "authorId" = ANY($1)""", connection) { Parameters = { ids } })
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var post = ReadPost(reader);
                byId[post.AuthorId].Posts!.Add(post);
            }
        }

        return authors;
    }

    public async Task<List<Reading>> ReadingsAsync(long lastId)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(ReadingColumns + """WHERE "id" <= $1""", connection) { Parameters = { Of(lastId) } };
        await using var reader = await command.ExecuteReaderAsync();
        var readings = new List<Reading>();
        while (await reader.ReadAsync())
        {
            readings.Add(ReadReading(reader));
        }

        return readings;
    }

    public async IAsyncEnumerable<Reading> StreamAsync()
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(ReadingColumns, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return ReadReading(reader);
        }
    }

    public async Task<long> InsertAsync(Draft draft)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(DraftColumns + """VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING "id" """, connection);
        AddColumns(command, draft);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }

    public async Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<Draft> drafts)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(InsertDrafts + """ RETURNING "id" """, connection);
        AddArrays(command, drafts);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<long>(drafts.Count);
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }

    public async Task<IReadOnlyList<Draft>> InsertAndReadAsync(IReadOnlyList<Draft> drafts)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(InsertDrafts + """ RETURNING "id", "title", "body", "views", "score", "published", "createdAt", "editedAt" """, connection);
        AddArrays(command, drafts);
        await using var reader = await command.ExecuteReaderAsync();
        var stored = new List<Draft>(drafts.Count);
        while (await reader.ReadAsync())
        {
            stored.Add(ReadDraft(reader));
        }

        return stored;
    }

    public async Task InsertWithoutIdsAsync(IReadOnlyList<Draft> drafts)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(InsertDrafts, connection);
        AddArrays(command, drafts);
        await command.ExecuteNonQueryAsync();
    }

    public async Task UpdateAsync(Draft draft)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            UPDATE "draft" SET "title" = $1, "body" = $2, "views" = $3, "score" = $4, "published" = $5, "createdAt" = $6, "editedAt" = $7
            WHERE "id" = $8
            """,
            connection);
        AddColumns(command, draft);
        command.Parameters.Add(Of(draft.Id));
        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw new InvalidOperationException($"There is no draft {draft.Id}.");
        }
    }

    public async Task BulkInsertAsync(IReadOnlyList<Reading> readings)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("""COPY "reading" ("sensor", "value", "takenAt") FROM STDIN (FORMAT BINARY)""");
        foreach (var reading in readings)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(reading.Sensor, NpgsqlDbType.Integer);
            await copy.WriteAsync(reading.Value, NpgsqlDbType.Double);
            await copy.WriteAsync(reading.TakenAt, NpgsqlDbType.TimestampTz);
        }

        await copy.CompleteAsync();
    }

    public ValueTask DisposeAsync() => dataSource.DisposeAsync();

    private async Task<List<Post>> PostsAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var posts = new List<Post>();
        while (await reader.ReadAsync())
        {
            posts.Add(ReadPost(reader));
        }

        return posts;
    }

    private static Post ReadPost(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        AuthorId = reader.GetInt64(1),
        Title = reader.GetString(2),
        Body = reader.GetString(3),
        Views = reader.GetInt32(4),
        Score = reader.GetDouble(5),
        Published = reader.GetBoolean(6),
        CreatedAt = reader.GetDateTime(7),
        EditedAt = reader.IsDBNull(8) ? null : reader.GetDateTime(8),
    };

    private static Draft ReadDraft(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Title = reader.GetString(1),
        Body = reader.GetString(2),
        Views = reader.GetInt32(3),
        Score = reader.GetDouble(4),
        Published = reader.GetBoolean(5),
        CreatedAt = reader.GetDateTime(6),
        EditedAt = reader.IsDBNull(7) ? null : reader.GetDateTime(7),
    };

    private static Reading ReadReading(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Sensor = reader.GetInt32(1),
        Value = reader.GetDouble(2),
        TakenAt = reader.GetDateTime(3),
    };

    private static void AddColumns(NpgsqlCommand command, Draft draft)
    {
        command.Parameters.Add(Of(draft.Title));
        command.Parameters.Add(Of(draft.Body));
        command.Parameters.Add(Of(draft.Views));
        command.Parameters.Add(Of(draft.Score));
        command.Parameters.Add(Of(draft.Published));
        command.Parameters.Add(Of(draft.CreatedAt));
        command.Parameters.Add(new NpgsqlParameter<DateTime?> { TypedValue = draft.EditedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz });
    }

    private static void AddArrays(NpgsqlCommand command, IReadOnlyList<Draft> drafts)
    {
        var (titles, bodies, views) = (new string[drafts.Count], new string[drafts.Count], new int[drafts.Count]);
        var (scores, published) = (new double[drafts.Count], new bool[drafts.Count]);
        var (created, edited) = (new DateTime[drafts.Count], new DateTime?[drafts.Count]);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            (titles[i], bodies[i], views[i], scores[i], published[i]) = (draft.Title, draft.Body, draft.Views, draft.Score, draft.Published);
            (created[i], edited[i]) = (draft.CreatedAt, draft.EditedAt);
        }

        command.Parameters.Add(Of(titles));
        command.Parameters.Add(Of(bodies));
        command.Parameters.Add(Of(views));
        command.Parameters.Add(Of(scores));
        command.Parameters.Add(Of(published));
        command.Parameters.Add(Of(created));
        command.Parameters.Add(
            new NpgsqlParameter<DateTime?[]> { TypedValue = edited, NpgsqlDbType = NpgsqlDbType.TimestampTz | NpgsqlDbType.Array });
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
