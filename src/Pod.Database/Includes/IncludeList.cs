using Pod.Database.Includes;

namespace Pod.Database;

/// <summary>Which children of a to-many relation a query loads; the base of every generated include list.</summary>
/// <typeparam name="TRow">The children's model.</typeparam>
/// <typeparam name="TTable">The children's table.</typeparam>
public abstract class IncludeList<TRow, TTable>
    where TRow : class
    where TTable : RowTable<TRow>
{
    private readonly Include<TRow>? _include;

    /// <summary>Describes the children to load.</summary>
    /// <param name="table">The children's table.</param>
    /// <param name="where">Which children; null for all.</param>
    /// <param name="orderBy">Their order.</param>
    /// <param name="limit">How many per parent.</param>
    /// <param name="offset">How many to leave out per parent.</param>
    /// <param name="include">What to load along with the children.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    protected IncludeList(
        TTable table, Func<TTable, Filter>? where, Func<TTable, OrderBy>? orderBy, int? limit, int? offset, Include<TRow>? include)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegative(limit ?? 0, nameof(limit));
        ArgumentOutOfRangeException.ThrowIfNegative(offset ?? 0, nameof(offset));
        Table = table;
        Where = where?.Invoke(table);
        OrderBy = orderBy?.Invoke(table);
        Limit = limit;
        Offset = offset;
        _include = include;
    }

    internal TTable Table { get; }

    internal Filter? Where { get; }

    internal OrderBy? OrderBy { get; }

    internal int? Limit { get; }

    internal int? Offset { get; }

    internal RowShape<TRow> Shape(SelectPlan plan)
    {
        if (_include is not null)
        {
            return _include.Shape(Table, plan);
        }

        plan.Add(Table);
        return Table.PlainShape;
    }
}
