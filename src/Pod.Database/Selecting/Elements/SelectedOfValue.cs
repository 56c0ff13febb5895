using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Selecting.Elements;

/// <summary>One expression of a SELECT list and how its value is read.</summary>
/// <typeparam name="T">The C# type: that of the stored value, or that or null.</typeparam>
internal sealed class Selected<T> : Selected
{
    private readonly Func<RowReader, int, T> _read;

    private Selected(ISqlFragment body, bool acceptsNull, string cast, Func<RowReader, int, T> read)
        : base(body, acceptsNull, cast)
        => _read = read;

    /// <summary>Selects an expression whose C# type says itself whether it takes nulls: <c>int</c> or <c>int?</c>.</summary>
    public static Selected<T> OfValue<TValue>(ISqlFragment body, ColumnStorage<TValue> storage)
        where TValue : struct
        => Of(body, storage, acceptsNull: default(T) is null);

    /// <summary>Selects an expression.</summary>
    /// <typeparam name="TValue">The stored value's type; <typeparamref name="T"/> is that, or that or null.</typeparam>
    public static Selected<T> Of<TValue>(ISqlFragment body, ColumnStorage<TValue> storage, bool acceptsNull)
        where TValue : notnull
        => new(body, acceptsNull, (body as SqlExpression)?.Column?.SelectCast ?? "", (row, ordinal) => (T)(object)storage.Read(row, ordinal));

    public T Read(RowReader row, int ordinal)
        => !row.IsNull(ordinal) ? _read(row, ordinal)
            : AcceptsNull ? default!
            : throw new InvalidOperationException($"{Name} is null in a row, but its C# type has no null. Write OrNull() behind it instead of NotNull().");
}
