using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Vectors;

/// <summary>Distances against the answer computed here.</summary>
[Collection(VectorTests.Name)]
public sealed class NearestNeighbourTests(PgVectorServer server) : IAsyncLifetime
{
    private const int Rows = 50;
    private readonly Random _random = new(7);
    private List<Embedding> _rows = [];
    private Embedding _question = null!;

    public async Task InitializeAsync()
    {
        await server.ExecuteAsync("""TRUNCATE "embedding" """);
        _rows = await Embedding.Db.InsertAsync(server.Session, [.. Enumerable.Range(0, Rows).Select(_ => Any())]);
        _question = Any();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Dense()
    {
        var q = _question.Dense;
        await CheckAsync(t => t.Dense.DistanceL2(q), row => L2(row.Dense.ToArray(), q.ToArray()));
        await CheckAsync(t => t.Dense.DistanceInnerProduct(q), row => -Dot(row.Dense.ToArray(), q.ToArray()));
        await CheckAsync(t => t.Dense.DistanceCosine(q), row => Cosine(row.Dense.ToArray(), q.ToArray()));
        await CheckAsync(t => t.Dense.DistanceL1(q), row => L1(row.Dense.ToArray(), q.ToArray()));
    }

    [Fact]
    public async Task Half_precision()
    {
        var q = _question.Half;
        await CheckAsync(t => t.Half.DistanceL2(q), row => L2(row.Half.ToSingleArray(), q.ToSingleArray()));
        await CheckAsync(t => t.Half.DistanceInnerProduct(q), row => -Dot(row.Half.ToSingleArray(), q.ToSingleArray()));
        await CheckAsync(t => t.Half.DistanceCosine(q), row => Cosine(row.Half.ToSingleArray(), q.ToSingleArray()));
        await CheckAsync(t => t.Half.DistanceL1(q), row => L1(row.Half.ToSingleArray(), q.ToSingleArray()));
    }

    [Fact]
    public async Task Sparse()
    {
        var q = _question.Sparse;
        await CheckAsync(t => t.Sparse.DistanceL2(q), row => L2(row.Sparse.ToArray(), q.ToArray()));
        await CheckAsync(t => t.Sparse.DistanceInnerProduct(q), row => -Dot(row.Sparse.ToArray(), q.ToArray()));
        await CheckAsync(t => t.Sparse.DistanceCosine(q), row => Cosine(row.Sparse.ToArray(), q.ToArray()));
        await CheckAsync(t => t.Sparse.DistanceL1(q), row => L1(row.Sparse.ToArray(), q.ToArray()));
    }

    [Fact]
    public async Task Bits()
    {
        var q = _question.Bits;
        await CheckAsync(t => t.Bits.DistanceHamming(q), row => row.Bits.ToArray().Zip(q.ToArray()).Count(static pair => pair.First != pair.Second));
        await CheckAsync(t => t.Bits.DistanceJaccard(q), row =>
        {
            var pairs = row.Bits.ToArray().Zip(q.ToArray()).ToList();
            return 1 - (pairs.Count(static pair => pair.First && pair.Second) / (double)pairs.Count(static pair => pair.First || pair.Second));
        });
    }

    private async Task CheckAsync(Func<EmbeddingTable, DistanceExpression> distance, Func<Embedding, double> computed)
    {
        var expected = _rows.Select(computed).Order().ToList();
        // Between two neighbours that differ clearly, so that rounding does not matter.
        var border = Enumerable.Range(Rows / 4, Rows / 2).First(i => expected[i + 1] - expected[i] > 1e-3);
        var limit = (expected[border] + expected[border + 1]) / 2;

        var nearest = await Embedding.Db.FindAsync(server.Session, orderBy: t => distance(t), limit: 7);
        var farthest = await Embedding.Db.FindAsync(server.Session, orderBy: t => distance(t).Desc(), limit: 1);
        var count = await Embedding.Db.CountAsync(server.Session, where: t => distance(t) < limit);

        Assert.Equal(expected.Take(7), nearest.Select(computed), Close);
        Assert.Equal(expected[^1], computed(farthest.Single()), Close);
        Assert.Equal(border + 1, count);
    }

    private Embedding Any()
    {
        var (a, b, c) = (_random.NextSingle() - 0.5f, _random.NextSingle() - 0.5f, _random.NextSingle() - 0.5f);
        return EmbeddingTests.Row(a, b, c) with { Bits = new Bit([true, .. Enumerable.Range(1, 7).Select(_ => _random.Next(2) == 1)]) };
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-3;

    private static double L2(float[] left, float[] right) => Math.Sqrt(left.Zip(right).Sum(static pair => Math.Pow(pair.First - pair.Second, 2)));

    private static double L1(float[] left, float[] right) => left.Zip(right).Sum(static pair => Math.Abs((double)pair.First - pair.Second));

    private static double Dot(float[] left, float[] right) => left.Zip(right).Sum(static pair => (double)pair.First * pair.Second);

    private static double Cosine(float[] left, float[] right) => 1 - (Dot(left, right) / Math.Sqrt(Dot(left, left) * Dot(right, right)));
}
