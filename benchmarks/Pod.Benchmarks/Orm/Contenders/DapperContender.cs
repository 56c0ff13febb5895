using Dapper;
using Npgsql;

namespace Pod.Benchmarks.Orm.Contenders;

/// <summary>Dapper with arrays where there are many values, which is the fastest that its users write.</summary>
internal sealed class DapperContender(NpgsqlDataSource dataSource) : IOrmContender
{
    private const string PostColumns = """SELECT "id", "authorId", "title", "body", "views", "score", "published", "createdAt", "editedAt" FROM "post" """;

    private const string DraftColumns = """INSERT INTO "draft" ("title", "body", "views", "score", "published", "createdAt", "editedAt") """;

    private const string InsertDrafts = DraftColumns + "SELECT * FROM unnest(@titles, @bodies, @views, @scores, @published, @created, @edited)";

    public string Name => "Dapper";

    public async Task<Post?> FindAsync(long id)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        return await connection.QueryFirstOrDefaultAsync<Post>(PostColumns + """WHERE "id" = @id""", new { id });
    }

    public async Task<List<Post>> ListAsync()
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        return (await connection.QueryAsync<Post>(PostColumns + """ORDER BY "id" LIMIT 100""")).AsList();
    }

    public async Task<List<Post>> PageAsync(int views)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        return (await connection.QueryAsync<Post>(
            PostColumns + """WHERE "published" = @published AND "views" >= @views ORDER BY "createdAt" DESC LIMIT 20""",
            new { published = true, views })).AsList();
    }

    public async Task<List<Author>> AuthorsWithPostsAsync()
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        var authors = (await connection.QueryAsync<Author>("""SELECT "id", "name", "country" FROM "author" ORDER BY "id" LIMIT 100""")).AsList();
        var byId = new Dictionary<long, Author>(authors.Count);
        foreach (var author in authors)
        {
            author.Posts = [];
            byId.Add(author.Id, author);
        }

        var posts = await connection.QueryAsync<Post>(PostColumns + """WHERE "authorId" = ANY(@ids)""", new { ids = byId.Keys.ToArray() });
        foreach (var post in posts)
        {
            byId[post.AuthorId].Posts!.Add(post);
        }

        return authors;
    }

    public async Task<List<Reading>> ReadingsAsync(long lastId)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        return (await connection.QueryAsync<Reading>(
            """SELECT "id", "sensor", "value", "takenAt" FROM "reading" WHERE "id" <= @lastId""", new { lastId })).AsList();
    }

    public async IAsyncEnumerable<Reading> StreamAsync()
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await foreach (var reading in connection.QueryUnbufferedAsync<Reading>("""SELECT "id", "sensor", "value", "takenAt" FROM "reading" """))
        {
            yield return reading;
        }
    }

    public async Task<long> InsertAsync(Draft draft)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        return await connection.QuerySingleAsync<long>(
            DraftColumns + """VALUES (@Title, @Body, @Views, @Score, @Published, @CreatedAt, @EditedAt) RETURNING "id" """, draft);
    }

    public async Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<Draft> drafts)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        return (await connection.QueryAsync<long>(InsertDrafts + """ RETURNING "id" """, Arrays(drafts))).AsList();
    }

    public async Task<IReadOnlyList<Draft>> InsertAndReadAsync(IReadOnlyList<Draft> drafts)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        return (await connection.QueryAsync<Draft>(InsertDrafts + " RETURNING *", Arrays(drafts))).AsList();
    }

    public async Task InsertWithoutIdsAsync(IReadOnlyList<Draft> drafts)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await connection.ExecuteAsync(InsertDrafts, Arrays(drafts));
    }

    public async Task UpdateAsync(Draft draft)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        var count = await connection.ExecuteAsync(
            """
            UPDATE "draft" SET "title" = @Title, "body" = @Body, "views" = @Views, "score" = @Score, "published" = @Published,
                "createdAt" = @CreatedAt, "editedAt" = @EditedAt
            WHERE "id" = @Id
            """,
            draft);
        if (count != 1)
        {
            throw new InvalidOperationException($"There is no draft {draft.Id}.");
        }
    }

    public async Task BulkInsertAsync(IReadOnlyList<Reading> readings)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """INSERT INTO "reading" ("sensor", "value", "takenAt") SELECT * FROM unnest(@sensors, @values, @takenAt)""",
            new
            {
                sensors = readings.Select(static reading => reading.Sensor).ToArray(),
                values = readings.Select(static reading => reading.Value).ToArray(),
                takenAt = readings.Select(static reading => reading.TakenAt).ToArray(),
            });
    }

    public ValueTask DisposeAsync() => dataSource.DisposeAsync();

    private static object Arrays(IReadOnlyList<Draft> drafts) => new
    {
        titles = drafts.Select(static draft => draft.Title).ToArray(),
        bodies = drafts.Select(static draft => draft.Body).ToArray(),
        views = drafts.Select(static draft => draft.Views).ToArray(),
        scores = drafts.Select(static draft => draft.Score).ToArray(),
        published = drafts.Select(static draft => draft.Published).ToArray(),
        created = drafts.Select(static draft => draft.CreatedAt).ToArray(),
        edited = new InstantsParameter([.. drafts.Select(static draft => draft.EditedAt)]),
    };
}
