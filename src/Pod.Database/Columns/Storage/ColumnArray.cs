namespace Pod.Database.Columns.Storage;

/// <summary>Many values of one column as one parameter; what is not set is null.</summary>
internal abstract class ColumnArray<T>
    where T : notnull
{
    public abstract ParameterSource Parameter { get; }

    public abstract void Set(int index, T value);
}
