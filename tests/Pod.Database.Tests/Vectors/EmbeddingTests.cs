using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Vectors;

[Collection(VectorTests.Name)]
public sealed class EmbeddingTests(PgVectorServer server)
{
    private DatabaseSession Session => server.Session;

    [Fact]
    public async Task Every_type_comes_back_as_it_was()
    {
        var row = Row(1.5f, -0.25f, 3e-7f) with
        {
            MaybeDense = new Vector(float.MaxValue, float.MinValue),
            MaybeHalf = new HalfVector(65504f, 6e-8f),
            MaybeSparse = new SparseVector(new Dictionary<int, float>(), 2),
            MaybeBits = new Bit("10"),
            Pair = (7, "note"),
            Anything = new List<object?> { 1L, "two", null, new Vector(3) },
            Money = new Money(9.90m, "EUR"),
        };

        var stored = await Embedding.Db.InsertRowAsync(Session, row);
        var found = (await Embedding.Db.FindByIdAsync(Session, stored.Id))!;

        Assert.Equal((row.Dense, row.Half, row.Sparse, row.Bits), (stored.Dense, stored.Half, stored.Sparse, stored.Bits));
        Assert.Equal((row.Dense, row.Half, row.Sparse, row.Bits), (found.Dense, found.Half, found.Sparse, found.Bits));
        Assert.Equal(
            (row.MaybeDense, row.MaybeHalf, row.MaybeSparse, row.MaybeBits), (found.MaybeDense, found.MaybeHalf, found.MaybeSparse, found.MaybeBits));
        Assert.Equal((row.Pair, row.Money), (found.Pair, found.Money));
        Assert.Equal((List<object?>)row.Anything, Assert.IsType<List<object?>>(found.Anything));
    }

    [Fact]
    public async Task Null_is_stored_and_found()
    {
        var empty = await Embedding.Db.InsertRowAsync(Session, Row(1, 2, 3));
        var full = await Embedding.Db.InsertRowAsync(Session, Row(1, 2, 3) with
        {
            MaybeDense = new Vector(1, 2),
            MaybeHalf = new HalfVector(1f, 2f),
            MaybeSparse = new SparseVector([1, 2]),
            MaybeBits = new Bit(true, false),
            Pair = (1, null),
        });

        Assert.Equal((null, null, null, null, null), (empty.MaybeDense, empty.MaybeHalf, empty.MaybeSparse, empty.MaybeBits, empty.Pair));
        await ExpectAsync(t => t.MaybeDense == null && t.MaybeHalf == null && t.MaybeSparse == null && t.MaybeBits == null, empty);
        await ExpectAsync(t => t.Pair == null && t.Anything == null, empty);
        await ExpectAsync(t => t.MaybeDense != null && t.MaybeHalf != null && t.MaybeSparse != null && t.MaybeBits != null && t.Pair != null, full);
        await ExpectAsync(t => t.MaybeDense != new Vector(1, 2), empty);

        Task ExpectAsync(Func<EmbeddingTable, Filter> where, Embedding expected) => FindsOnlyAsync(where, [empty, full], expected);
    }

    [Fact]
    public async Task Equality_is_by_value()
    {
        var one = await Embedding.Db.InsertRowAsync(Session, Row(10, 20, 30));
        var other = await Embedding.Db.InsertRowAsync(Session, Row(10, 20, 31));

        await FindsOnlyAsync(t => t.Dense == new Vector(10, 20, 30), [one, other], one);
        await FindsOnlyAsync(t => t.Half == one.Half && t.Sparse == one.Sparse && t.Bits == one.Bits, [one, other], one);
        await FindsOnlyAsync(t => t.Dense != one.Dense && t.Half != one.Half && t.Sparse != one.Sparse && t.Bits != one.Bits, [one, other], other);
    }

    [Fact]
    public async Task Many_rows_travel_as_one_statement()
    {
        var rows = await Embedding.Db.InsertAsync(Session, [.. Enumerable.Range(0, 5).Select(static i => Row(i, 1, 2) with
        {
            MaybeDense = i % 2 == 0 ? null : new Vector(i, i),
            MaybeSparse = i % 2 == 0 ? null : new SparseVector([0, i]),
            MaybeBits = i % 2 == 0 ? new Bit("01") : null,
        })]);
        foreach (var row in rows)
        {
            row.Dense = new Vector(row.Dense[0], 7, 7);
            row.Bits = new Bit("11111111");
        }

        var updated = await Embedding.Db.UpdateAsync(Session, rows);

        Assert.Equal([0f, 1f, 2f, 3f, 4f], updated.Select(static row => row.Dense[0]));
        Assert.All(updated, static row => Assert.Equal((7f, new Bit("11111111")), (row.Dense[1], row.Bits)));
        Assert.Equal([null, new SparseVector([0, 1]), null, new SparseVector([0, 3]), null], updated.Select(static row => row.MaybeSparse));
        Assert.Equal([null, new Vector(1, 1), null, new Vector(3, 3), null], updated.Select(static row => row.MaybeDense));
    }

    [Fact]
    public async Task A_wrong_dimension_is_refused_before_anything_is_sent()
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(
            () => Embedding.Db.InsertRowAsync(Session, Row(1, 2, 3) with { Dense = new Vector(1, 2) }));

        Assert.Equal("Column 'dense' takes Vector values of dimension 3; this one has 2.", failure.Message);
        Assert.Throws<ArgumentException>(() => Embedding.Table.Half.DistanceL2(new HalfVector(1f)));
        Assert.Throws<ArgumentException>(() => Embedding.Table.Sparse.DistanceCosine(new SparseVector([1, 2])));
        Assert.Throws<ArgumentException>(() => Embedding.Table.Bits.DistanceHamming(new Bit("1")));
        Assert.Throws<ArgumentException>(() => Embedding.Table.Dense == new Vector(1));
        Assert.Throws<ArgumentNullException>(() => Embedding.Table.Dense.DistanceL1(null!));
    }

    internal static Embedding Row(float a, float b, float c) => new()
    {
        Dense = new Vector(a, b, c),
        Half = new HalfVector(a, b, c),
        Sparse = new SparseVector([a, 0, b, 0, c]),
        Bits = new Bit([.. Enumerable.Range(0, 8).Select(i => ((int)(a + b + c) >> i) % 2 != 0)]),
    };

    private async Task FindsOnlyAsync(Func<EmbeddingTable, Filter> where, Embedding[] among, Embedding expected)
    {
        var found = await Embedding.Db.FindAsync(Session, where: t => where(t) && t.Id.In(among.Select(static row => row.Id)));
        Assert.Equal([expected.Id], found.Select(static row => row.Id));
    }
}
