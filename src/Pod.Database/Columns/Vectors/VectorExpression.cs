using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of vectors. Ordering by a distance with a limit is a nearest-neighbour search and uses a matching index.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
public abstract class VectorExpression<T> : ReferenceExpression<T>
    where T : class
{
    private protected VectorExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    /// <summary>The Euclidean distance.</summary>
    public DistanceExpression DistanceL2(T value) => DistanceTo("<->", value);

    /// <summary>The negative inner product, so that the nearest come first.</summary>
    public DistanceExpression DistanceInnerProduct(T value) => DistanceTo("<#>", value);

    /// <summary>The cosine distance: 0 for the same direction, 2 for the opposite one.</summary>
    public DistanceExpression DistanceCosine(T value) => DistanceTo("<=>", value);

    /// <summary>The sum of the differences, also called taxicab distance.</summary>
    public DistanceExpression DistanceL1(T value) => DistanceTo("<+>", value);

    private DistanceExpression DistanceTo(string operation, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(this, operation, Storage.Parameter(value));
    }
}
