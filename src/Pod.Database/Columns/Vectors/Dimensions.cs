namespace Pod.Database.Columns.Vectors;

/// <summary>Refuses values that do not fit a column before anything is sent; PostgreSQL's own message would not name the column.</summary>
internal sealed class Dimensions<T>(string column, int dimension, Func<T, int> dimensionOf)
{
    public T Require(T value)
    {
        var actual = dimensionOf(value);
        return actual == dimension
            ? value
            : throw new ArgumentException($"Column '{column}' takes {typeof(T).Name} values of dimension {dimension}; this one has {actual}.");
    }
}
