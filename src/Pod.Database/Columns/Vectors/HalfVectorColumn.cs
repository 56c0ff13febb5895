using NpgsqlTypes;
using Pod.Database.Columns.Vectors;

namespace Pod.Database;

/// <summary>A column of <see cref="HalfVector"/>.</summary>
public sealed class HalfVectorColumn : VectorExpression<HalfVector>
{
    /// <summary>Describes a column.</summary>
    public HalfVectorColumn(Table table, string name, int dimension, bool nullable = false, bool hasDefault = false)
        : base(
            new Column(table, name, nullable, hasDefault) { SelectCast = "::real[]" },
            new VectorStorage<HalfVector, float[]>(
                "halfvec",
                NpgsqlDbType.Real | NpgsqlDbType.Array,
                static value => value.ToSingleArray(),
                VectorBinary.Of,
                new Dimensions<HalfVector>(name, dimension, static value => value.Dimension)))
        => Dimension = dimension;

    /// <summary>How many numbers each vector has.</summary>
    public int Dimension { get; }
}
