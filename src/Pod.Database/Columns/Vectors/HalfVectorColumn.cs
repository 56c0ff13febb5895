using NpgsqlTypes;
using Pod.Database.Columns.Vectors;
using Pod.Database.Selecting.Elements;

namespace Pod.Database;

/// <summary>A column of <see cref="HalfVector"/>.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="HalfVector"/>, or that or null.</typeparam>
public sealed class HalfVectorColumn<TSelected> : VectorExpression<HalfVector>, ISelectable<TSelected>
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
                static (row, ordinal) => row.HalfVector(ordinal),
                new Dimensions<HalfVector>(name, dimension, static value => value.Dimension)))
        => Dimension = dimension;

    /// <summary>How many numbers each vector has.</summary>
    public int Dimension { get; }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.Of(this, Storage, Column!.IsNullable);
}
