namespace Pod.Database.Columns.Storage;

/// <summary>How values of one column travel to the database.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
internal abstract class ColumnStorage<T>
    where T : notnull
{
    /// <summary>A null of the column's type.</summary>
    public abstract ParameterSource Null { get; }

    public abstract ParameterSource Parameter(T value);

    /// <summary>The value for COPY, which knows no casts.</summary>
    public virtual ParameterSource CopyParameter(T value) => Parameter(value);

    public abstract ColumnArray<T> CreateArray(int count);
}
