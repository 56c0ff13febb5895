using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>One key of an order: <c>t.Rank.Desc().NullsLast()</c>.</summary>
public sealed class OrderTerm
{
    private readonly ISqlFragment _key;
    private readonly bool _isDescending;
    private readonly bool? _nullsFirst;

    internal OrderTerm(ISqlFragment key, bool isDescending, bool? nullsFirst = null)
    {
        _key = key;
        _isDescending = isDescending;
        _nullsFirst = nullsFirst;
    }

    internal ISqlFragment Key => _key;

    internal bool IsDescending => _isDescending;

    /// <summary>PostgreSQL takes nulls for the largest values.</summary>
    internal bool HasNullsFirst => _nullsFirst ?? _isDescending;

    /// <summary>Ascending by an expression.</summary>
    public static implicit operator OrderTerm(SqlExpression key) => new(key, isDescending: false);

    /// <summary>Ascending by a condition: rows that do not match first.</summary>
    public static implicit operator OrderTerm(Filter key) => new(key, isDescending: false);

    /// <summary>Puts rows without value first.</summary>
    public OrderTerm NullsFirst() => new(_key, _isDescending, nullsFirst: true);

    /// <summary>Puts rows without value last.</summary>
    public OrderTerm NullsLast() => new(_key, _isDescending, nullsFirst: false);

    internal void Write(SqlWriter writer)
    {
        writer.OrderedDistance ??= _key as DistanceExpression;
        writer.Write(_key).Write(_isDescending ? " DESC" : "").Write(_nullsFirst switch { true => " NULLS FIRST", false => " NULLS LAST", _ => "" });
    }
}
