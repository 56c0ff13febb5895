using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.Filters;
using Pod.Database.SqlWriting;

namespace Pod.Database.Keysets;

/// <summary>One key of an order, and the conditions that compare rows with a value of it.</summary>
internal sealed class KeysetKey
{
    private readonly bool _hasNullsFirst;

    private KeysetKey(Column column, OrderTerm term)
    {
        Column = column;
        IsDescending = term.IsDescending;
        _hasNullsFirst = term.HasNullsFirst;
    }

    public Column Column { get; }

    public bool IsDescending { get; }

    public bool IsNullable => ((ISqlFragment)Column).IsNullable;

    public string Signature
        => $"{PathOf(Column.Table)}.{Column.Name} {(IsDescending ? "desc" : "asc")} nulls {(_hasNullsFirst ? "first" : "last")}";

    public static KeysetKey Of(OrderTerm term)
        => term.Key switch
        {
            Column column => new(column, term),
            SqlExpression { Column: { } column } => new(column, term),
            BooleanColumn { Column: var column } => new(column, term),
            _ => throw new ArgumentException(
                "Pages can be ordered by columns of the table and of its to-one relations only, because the next page begins at the values of the last row. "
                + "Leave computed keys out, or use FindAsync with limit and offset.", nameof(term)),
        };

    /// <summary>A value in its text form, as a parameter whose type the database takes from the column beside it.</summary>
    public static ParameterFragment Value(string value) => new(new ParameterSource<string>(value, NpgsqlDbType.Unknown));

    /// <summary>Rows whose key comes later, as ranges in their order.</summary>
    public IEnumerable<Filter> Behind(string? value)
    {
        if (value is not null)
        {
            yield return Compare(IsDescending ? Comparison.Less : Comparison.Greater, value);
        }

        if (value is null ? _hasNullsFirst : IsNullable && !_hasNullsFirst)
        {
            yield return new NullFilter(Column, isNull: value is not null);
        }
    }

    /// <summary>Rows with the same key.</summary>
    public Filter With(string? value) => value is null ? new NullFilter(Column, isNull: true) : Compare(Comparison.Equal, value);

    private static string PathOf(Table table) => table.Join is { } join ? $"{PathOf(join.Parent)}.{join.Relation}" : table.TableName;

    private FragmentComparisonFilter Compare(Comparison comparison, string value) => new(Column, comparison, Value(value));
}
