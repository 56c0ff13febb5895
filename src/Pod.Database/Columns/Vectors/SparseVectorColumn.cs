using NpgsqlTypes;
using Pod.Database.Columns.Vectors;
using Pod.Database.Selecting.Elements;

namespace Pod.Database;

/// <summary>A column of <see cref="SparseVector"/>.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="SparseVector"/>, or that or null.</typeparam>
public sealed class SparseVectorColumn<TSelected> : VectorExpression<SparseVector>, ISelectable<TSelected>
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
                static (row, ordinal) => row.SparseVector(ordinal),
                new Dimensions<SparseVector>(name, dimension, static value => value.Dimension)))
        => Dimension = dimension;

    /// <summary>How many numbers each vector has, zeros included.</summary>
    public int Dimension { get; }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.Of(this, Storage, Column!.IsNullable);
}
