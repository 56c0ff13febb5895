using System.Collections;
using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Database.Columns.Vectors;
using Pod.Database.Selecting.Elements;

namespace Pod.Database;

/// <summary>A column of <see cref="Bit"/>. The type itself is PostgreSQL's own; only the distances need pgvector.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="Bit"/>, or that or null.</typeparam>
public sealed class BitColumn<TSelected> : ReferenceExpression<Bit>, ISelectable<TSelected>
{
    /// <summary>Describes a column.</summary>
    public BitColumn(Table table, string name, int dimension, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), StorageOf(name, dimension))
        => Dimension = dimension;

    /// <summary>How many bits each value has.</summary>
    public int Dimension { get; }

    /// <summary>How many bits differ.</summary>
    public DistanceExpression DistanceHamming(Bit value) => DistanceTo("<~>", value);

    /// <summary>The share of the bits set in either value that are not set in both, from 0 to 1.</summary>
    public DistanceExpression DistanceJaccard(Bit value) => DistanceTo("<%>", value);

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.Of(this, Storage, Column!.IsNullable);

    private static ClassStorage<Bit, BitArray> StorageOf(string name, int dimension)
    {
        var dimensions = new Dimensions<Bit>(name, dimension, static value => value.Dimension);
        return new(NpgsqlDbType.Bit, value => new BitArray(dimensions.Require(value).ToArray()), static (row, ordinal) => row.Bit(ordinal));
    }

    private DistanceExpression DistanceTo(string operation, Bit value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(this, operation, Storage.Parameter(value));
    }
}
