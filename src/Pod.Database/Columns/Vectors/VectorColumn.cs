using NpgsqlTypes;
using Pod.Database.Columns.Vectors;

namespace Pod.Database;

/// <summary>A column of <see cref="Vector"/>.</summary>
/// <example><code>var nearest = await Recipe.Db.FindAsync(session, orderBy: t => t.Embedding.DistanceCosine(question), limit: 10);</code></example>
public sealed class VectorColumn : VectorExpression<Vector>
{
    /// <summary>Describes a column.</summary>
    public VectorColumn(Table table, string name, int dimension, bool nullable = false, bool hasDefault = false)
        : base(
            new Column(table, name, nullable, hasDefault) { SelectCast = "::real[]" },
            new VectorStorage<Vector, float[]>(
                "vector",
                NpgsqlDbType.Real | NpgsqlDbType.Array,
                static value => value.ToArray(),
                VectorBinary.Of,
                new Dimensions<Vector>(name, dimension, static value => value.Dimension)))
        => Dimension = dimension;

    /// <summary>How many numbers each vector has.</summary>
    public int Dimension { get; }
}
