using Gallery.Server;

namespace Pod.Database.Tests.Vectors;

/// <summary>A generated table with every vector type and every index that pgvector has, made by generated migrations.</summary>
[Collection(VectorTests.Name)]
public sealed class GeneratedTableTests(PgVectorServer server) : IAsyncLifetime
{
    // Oldest first. The runner would take connections of its own, which this server has not.
    private static readonly IReadOnlyList<string> Migrations =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Vectors", "migrations"), "migration.sql", SearchOption.AllDirectories)
            .Select(static file => Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal)];

    private readonly Random _random = new(11);

    public async Task InitializeAsync()
    {
        await server.ExecuteAsync("DROP TABLE IF EXISTS picture");
        await RunAsync(Migrations[^1], "definition.sql");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Rows_come_back_as_they_were()
    {
        var picture = Any() with { Maybe = new Vector(0.5f, -2f) };

        var stored = await Picture.Db.InsertRowAsync(server.Session, picture);
        var found = (await Picture.Db.FindByIdAsync(server.Session, stored.Id))!;

        Assert.Equal(
            (picture.Title, picture.Content, picture.Style, picture.Colors, picture.Words, picture.Shape, picture.Maybe),
            (found.Title, found.Content, found.Style, found.Colors, found.Words, found.Shape, found.Maybe));
    }

    [Fact]
    public async Task The_database_is_what_the_code_was_generated_for()
    {
        var comparison = await server.Session.Database.CompareSchemaAsync(new Gallery.Server.Protocol().Schema);

        Assert.DoesNotContain(comparison.Differences, static difference => difference.Table is "" or "picture");
    }

    [Fact]
    public async Task Nearest_neighbours_are_found_in_order()
    {
        var rows = await Picture.Db.InsertAsync(server.Session, [.. Enumerable.Range(0, 40).Select(_ => Any())]);
        var question = Any();

        var byContent = await Picture.Db.FindAsync(server.Session, orderBy: t => t.Content.DistanceL2(question.Content));
        var byStyle = await Picture.Db.FindAsync(server.Session, orderBy: t => t.Style.DistanceL1(question.Style));
        var byColors = await Picture.Db.FindAsync(server.Session, orderBy: t => t.Colors.DistanceInnerProduct(question.Colors));
        var byWords = await Picture.Db.FindAsync(server.Session, orderBy: t => t.Words.DistanceL2(question.Words));
        var byShape = await Picture.Db.FindAsync(server.Session, orderBy: t => t.Shape.DistanceHamming(question.Shape));

        Expect(row => L2(row.Content.ToArray(), question.Content.ToArray()), byContent);
        Expect(row => row.Style.ToArray().Zip(question.Style.ToArray()).Sum(static pair => Math.Abs(pair.First - pair.Second)), byStyle);
        Expect(row => -row.Colors.ToSingleArray().Zip(question.Colors.ToSingleArray()).Sum(static pair => pair.First * pair.Second), byColors);
        Expect(row => L2(row.Words.ToArray(), question.Words.ToArray()), byWords);
        Expect(row => row.Shape.ToArray().Zip(question.Shape.ToArray()).Count(static pair => pair.First != pair.Second), byShape);

        void Expect(Func<Picture, double> distance, List<Picture> found)
        {
            Assert.Equal(rows.Count, found.Count);
            Assert.Equal(rows.Select(distance).Order(), found.Select(distance), static (left, right) => Math.Abs(left - right) < 1e-3);
        }
    }

    [Theory]
    [InlineData("picture_style_cosine", "t0.style_vector <=> '[1,2,3]'")]
    [InlineData("picture_style_l1", "t0.style_vector <+> '[1,2,3]'")]
    [InlineData("picture_content_l2", "t0.content <-> '[1,2,3]'")]
    [InlineData("picture_words_cosine", "t0.words <=> '{1:1}/5'")]
    [InlineData("picture_shape_jaccard", "t0.shape <%> B'10101010'")]
    public async Task The_index_of_a_distance_serves_its_order(string index, string order)
    {
        try
        {
            var plan = await server.ExecuteAsync($"SET enable_seqscan = off; EXPLAIN SELECT t0.id FROM picture AS t0 ORDER BY {order} LIMIT 5");
            Assert.Contains(index, plan, StringComparison.Ordinal);
        }
        finally
        {
            await server.ExecuteAsync("RESET enable_seqscan");
        }
    }

    [Fact]
    public async Task Migration_by_migration_ends_where_the_definition_does()
    {
        var defined = await IndexesAsync();

        await server.ExecuteAsync("DROP TABLE picture");
        foreach (var migration in Migrations)
        {
            await RunAsync(migration, "migration.sql");
        }

        Assert.Contains("USING hnsw (style_vector vector_cosine_ops) WITH (m='8', ef_construction='32')", defined, StringComparison.Ordinal);
        Assert.Equal(defined, await IndexesAsync());
    }

    private Task<string> IndexesAsync() => server.ExecuteAsync("SELECT indexdef FROM pg_indexes WHERE tablename = 'picture' ORDER BY indexname");

    private async Task RunAsync(string migration, string file) => await server.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(migration, file)));

    private Picture Any() => new()
    {
        Title = "Sunset",
        Content = new Vector(Number(), Number(), Number()),
        Style = new Vector(Number(), Number(), Number()),
        Colors = new HalfVector(Number(), Number(), Number()),
        Words = new SparseVector([Number(), 0, 0, Number(), 0]),
        Shape = new Bit([true, .. Enumerable.Range(1, 7).Select(_ => _random.Next(2) == 1)]),
    };

    private float Number() => _random.NextSingle() - 0.5f;

    private static double L2(float[] left, float[] right) => Math.Sqrt(left.Zip(right).Sum(static pair => Math.Pow(pair.First - pair.Second, 2)));
}
