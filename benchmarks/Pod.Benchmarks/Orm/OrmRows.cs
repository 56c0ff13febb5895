using System.Globalization;

namespace Pod.Benchmarks.Orm;

/// <summary>The rows of the suite: by SQL for the database, and by C# as arguments and as the answers to expect.</summary>
internal static class OrmRows
{
    public const int Authors = 1_000;
    public const int Posts = 10_000;
    public const int Drafts = 10_000;
    public const int Readings = 100_000;

    public const string Schema =
        """
        CREATE TABLE "author" ("id" bigserial PRIMARY KEY, "name" text NOT NULL, "country" text NOT NULL);
        CREATE TABLE "post" ("id" bigserial PRIMARY KEY, "authorId" bigint NOT NULL REFERENCES "author" ("id"), "title" text NOT NULL,
            "body" text NOT NULL, "views" integer NOT NULL, "score" double precision NOT NULL, "published" boolean NOT NULL,
            "createdAt" timestamp with time zone NOT NULL, "editedAt" timestamp with time zone);
        CREATE INDEX "post_author_idx" ON "post" ("authorId");
        CREATE INDEX "post_created_idx" ON "post" ("createdAt");
        CREATE TABLE "draft" ("id" bigserial PRIMARY KEY, "title" text NOT NULL,
            "body" text NOT NULL, "views" integer NOT NULL, "score" double precision NOT NULL, "published" boolean NOT NULL,
            "createdAt" timestamp with time zone NOT NULL, "editedAt" timestamp with time zone);
        CREATE TABLE "reading" ("id" bigserial PRIMARY KEY, "sensor" integer NOT NULL, "value" double precision NOT NULL,
            "takenAt" timestamp with time zone NOT NULL);

        INSERT INTO "author" SELECT i, 'Author ' || i, 'Country ' || i % 50 FROM generate_series(1, 1000) AS i;
        INSERT INTO "post" SELECT i, (i - 1) % 1000 + 1, 'Post ' || i, repeat('All work and no play. ', 5) || i, i * 7919 % 1000, i * 0.25, i % 3 <> 0,
            '2026-01-01Z'::timestamptz + i * interval '1 minute',
            CASE WHEN i % 2 = 1 THEN '2026-02-01Z'::timestamptz + i * interval '1 minute' END
            FROM generate_series(1, 10000) AS i;
        INSERT INTO "reading" SELECT i, i % 100, i * 0.5, '2026-01-01Z'::timestamptz + i * interval '1 second' FROM generate_series(1, 100000) AS i;
        ANALYZE;
        """;

    /// <summary>Makes the table of drafts empty.</summary>
    public const string NoDrafts = """TRUNCATE "draft" RESTART IDENTITY""";

    /// <summary>Makes the table of drafts full.</summary>
    public const string AllDrafts = NoDrafts + """
        ; INSERT INTO "draft" ("title", "body", "views", "score", "published", "createdAt") SELECT '', '', 0, 0, false, now() FROM generate_series(1, 10000)
        """;

    /// <summary>Makes the table of readings empty.</summary>
    public const string NoReadings = """TRUNCATE "reading" RESTART IDENTITY""";

    private static readonly DateTime Begin = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Author Author(int id) => new() { Id = id, Name = Text("Author ", id), Country = Text("Country ", id % 50) };

    public static Post Post(int id) => new()
    {
        Id = id,
        AuthorId = ((id - 1) % Authors) + 1,
        Title = Text("Post ", id),
        Body = Body(id),
        Views = id * 7919 % 1000,
        Score = id * 0.25,
        Published = id % 3 != 0,
        CreatedAt = Begin.AddMinutes(id),
        EditedAt = id % 2 == 1 ? Begin.AddDays(31).AddMinutes(id) : null,
    };

    /// <summary>A draft with or without an id, whose other values are those of the post with its number.</summary>
    public static Draft Draft(int number, long id = 0)
    {
        var post = Post(number);
        return new()
        {
            Id = id,
            Title = post.Title,
            Body = post.Body,
            Views = post.Views,
            Score = post.Score,
            Published = post.Published,
            CreatedAt = post.CreatedAt,
            EditedAt = post.EditedAt,
        };
    }

    public static Reading Reading(int number, long id = 0)
        => new() { Id = id, Sensor = number % 100, Value = number * 0.5, TakenAt = Begin.AddSeconds(number) };

    private static string Body(int id) => Text(string.Concat(Enumerable.Repeat("All work and no play. ", 5)), id);

    private static string Text(string text, int number) => text + number.ToString(CultureInfo.InvariantCulture);
}
