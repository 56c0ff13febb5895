using Pod.Database.Raw;

namespace Pod.Database;

/// <summary>A row of a <see cref="QueryResult"/>.</summary>
public sealed class QueryRow
{
    private readonly ResultColumns _columns;
    private readonly object?[] _values;

    internal QueryRow(ResultColumns columns, object?[] values)
    {
        _columns = columns;
        _values = values;
    }

    /// <summary>A value as PostgreSQL's type has it in .NET (<c>bigint</c> is <see cref="long"/>), or null.</summary>
    public object? this[int ordinal] => _values[ordinal];

    /// <summary>A value by the column's name; of two columns with one name, the first one's.</summary>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public object? this[string name] => _values[_columns.OrdinalOf(name)];

    /// <summary>A value of a type.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type, or null where <typeparamref name="T"/> takes none.</exception>
    public T Get<T>(int ordinal)
        => _values[ordinal] switch
        {
            T value => value,
            null when default(T) is null => default!,
            null => throw ResultColumns.IsNull(_columns.Names[ordinal], typeof(T)),
            var other => throw new InvalidOperationException(
                $"Column '{_columns.Names[ordinal]}' holds a '{other.GetType().Name}', not a '{typeof(T).Name}'. Read it as that, or cast it in the SQL."),
        };

    /// <inheritdoc cref="Get{T}(int)"/>
    public T Get<T>(string name) => Get<T>(_columns.OrdinalOf(name));
}
