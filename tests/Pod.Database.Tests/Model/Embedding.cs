using System.Runtime.CompilerServices;
using Pod.Protocol;

namespace Pod.Database.Tests.Model;

/// <summary>Hand-written in the shape of generated code: a row with a vector of every type.</summary>
public partial record Embedding : ITableRow<long>
{
    public const string TableSql = """
        CREATE TABLE "embedding" (
            "id" bigserial PRIMARY KEY,
            "dense" vector(3) NOT NULL,
            "half" halfvec(3) NOT NULL,
            "sparse" sparsevec(5) NOT NULL,
            "bits" bit(8) NOT NULL,
            "maybeDense" vector(2),
            "maybeHalf" halfvec(2),
            "maybeSparse" sparsevec(2),
            "maybeBits" bit(2),
            "pair" jsonb,
            "anything" jsonb,
            "money" jsonb
        );
        """;

    public long Id { get; set; }

    public required Vector Dense { get; set; }

    public required HalfVector Half { get; set; }

    public required SparseVector Sparse { get; set; }

    public required Bit Bits { get; set; }

    public Vector? MaybeDense { get; set; }

    public HalfVector? MaybeHalf { get; set; }

    public SparseVector? MaybeSparse { get; set; }

    public Bit? MaybeBits { get; set; }

    public (int, string? Note)? Pair { get; set; }

    public object? Anything { get; set; }

    public Money? Money { get; set; }

    public static ModelRegistry Models { get; } = new([]);

    public static EmbeddingTable Table { get; } = new();

    public static EmbeddingRepository Db { get; } = new(Table);

    public virtual bool Equals(Embedding? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public sealed class EmbeddingTable : Table<Embedding, long>
{
    private static readonly JsonCodec<(int, string? Note)> PairCodec = PodJson.Record<(int, string? Note)>()
        .Positional(PodJson.Int32, static (ref r) => ref r.Item1)
        .Named("note", PodJson.OrNull(PodJson.String), static (ref r) => ref r.Item2);

    private static readonly JsonCodec<object> AnythingCodec = PodJson.Dynamic(static () => Embedding.Models);

    public EmbeddingTable()
        : base("embedding", null)
    {
        Id = Add(new NumberColumn<long, long>(this, "id", hasDefault: true), static row => row.Id);
        Dense = Add(new VectorColumn<Vector>(this, "dense", 3), static row => row.Dense);
        Half = Add(new HalfVectorColumn<HalfVector>(this, "half", 3), static row => row.Half);
        Sparse = Add(new SparseVectorColumn<SparseVector>(this, "sparse", 5), static row => row.Sparse);
        Bits = Add(new BitColumn<Bit>(this, "bits", 8), static row => row.Bits);
        MaybeDense = Add(new VectorColumn<Vector?>(this, "maybeDense", 2, nullable: true), static row => row.MaybeDense);
        MaybeHalf = Add(new HalfVectorColumn<HalfVector?>(this, "maybeHalf", 2, nullable: true), static row => row.MaybeHalf);
        MaybeSparse = Add(new SparseVectorColumn<SparseVector?>(this, "maybeSparse", 2, nullable: true), static row => row.MaybeSparse);
        MaybeBits = Add(new BitColumn<Bit?>(this, "maybeBits", 2, nullable: true), static row => row.MaybeBits);
        Pair = Add(new JsonColumn<(int, string? Note), (int, string? Note)?>(this, "pair", PairCodec, nullable: true), static row => row.Pair);
        Anything = Add(new JsonColumn<object, object?>(this, "anything", AnythingCodec, nullable: true), static row => row.Anything);
        Money = Add(new JsonColumn<Money, Money?>(this, "money", PodJson.Custom<Money>(), nullable: true), static row => row.Money);
    }

    public override NumberColumn<long, long> Id { get; }

    public VectorColumn<Vector> Dense { get; }

    public HalfVectorColumn<HalfVector> Half { get; }

    public SparseVectorColumn<SparseVector> Sparse { get; }

    public BitColumn<Bit> Bits { get; }

    public VectorColumn<Vector?> MaybeDense { get; }

    public HalfVectorColumn<HalfVector?> MaybeHalf { get; }

    public SparseVectorColumn<SparseVector?> MaybeSparse { get; }

    public BitColumn<Bit?> MaybeBits { get; }

    public JsonColumn<(int, string? Note), (int, string? Note)?> Pair { get; }

    public JsonColumn<object, object?> Anything { get; }

    public JsonColumn<Money, Money?> Money { get; }

    public override Embedding ReadRow(RowReader row) => new()
    {
        Id = row.Int64(0),
        Dense = row.Vector(1),
        Half = row.HalfVector(2),
        Sparse = row.SparseVector(3),
        Bits = row.Bit(4),
        MaybeDense = row.VectorOrNull(5),
        MaybeHalf = row.HalfVectorOrNull(6),
        MaybeSparse = row.SparseVectorOrNull(7),
        MaybeBits = row.BitOrNull(8),
        Pair = row.JsonOrNull(9, PairCodec),
        Anything = row.JsonOrNull(10, AnythingCodec),
        Money = row.JsonOrNull(11, PodJson.Custom<Money>()),
    };
}

public sealed class EmbeddingRepository(EmbeddingTable table) : Repository<Embedding, long, EmbeddingTable, EmbeddingInclude>(table);

public sealed class EmbeddingInclude : Include<Embedding>;
