using NpgsqlTypes;
using Pod.Database.Columns.Vectors;

namespace Pod.Database;

/// <summary>A column of <see cref="SparseVector"/>.</summary>
public sealed class SparseVectorColumn : VectorExpression<SparseVector>
{
    /// <summary>Describes a column.</summary>
    public SparseVectorColumn(Table table, string name, int dimension, bool nullable = false, bool hasDefault = false)
        : base(
            new Column(table, name, nullable, hasDefault) { SelectCast = "::text" },
            new VectorStorage<SparseVector, string>(
                "sparsevec",
                NpgsqlDbType.Text,
                static value => value.ToString(),
                VectorBinary.Of,
                new Dimensions<SparseVector>(name, dimension, static value => value.Dimension)))
        => Dimension = dimension;

    /// <summary>How many numbers each vector has, zeros included.</summary>
    public int Dimension { get; }
}
