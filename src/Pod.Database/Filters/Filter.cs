using System.Runtime.CompilerServices;
using Pod.Database.Filters;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>A condition on rows. Combine with <c>&amp;&amp;</c>, <c>||</c> and <c>!</c>.</summary>
/// <remarks>As in SQL, a condition that is unknown because of a null stays unmatched, also behind <c>!</c>.</remarks>
public abstract class Filter : ISqlFragment
{
    private protected Filter()
    {
    }

    /// <summary>Matches every row.</summary>
    public static Filter True { get; } = new ConstantFilter(true);

    /// <summary>Matches no row.</summary>
    public static Filter False { get; } = new ConstantFilter(false);

    internal virtual bool IsNullable => true;

    bool ISqlFragment.IsNullable => IsNullable;

    /// <summary>Matches rows that match all filters; every row if there are none.</summary>
    public static Filter All(params IEnumerable<Filter> filters) => JunctionFilter.Of(filters, "AND", True);

    /// <summary>Matches rows that match at least one filter; no row if there are none.</summary>
    public static Filter Any(params IEnumerable<Filter> filters) => JunctionFilter.Of(filters, "OR", False);

    /// <summary>
    /// Matches rows for which an SQL condition is true: <c>Filter.Sql($"{t.Title} ~ {pattern}")</c>. Columns in the holes become identifiers, everything
    /// else parameters.
    /// </summary>
    public static Filter Sql(SqlText condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new SqlTextFilter(condition);
    }

    /// <summary>Matches rows that match both.</summary>
    public static Filter operator &(Filter left, Filter right) => new JunctionFilter([left, right], "AND");

    /// <summary>Matches rows that match one or both.</summary>
    public static Filter operator |(Filter left, Filter right) => new JunctionFilter([left, right], "OR");

    /// <summary>Matches rows that the filter refuses.</summary>
    public static Filter operator !(Filter filter) => new NotFilter(filter);

    /// <summary>Always false, so that <c>||</c> never leaves its right side out.</summary>
    public static bool operator true(Filter filter) => false;

    /// <summary>Always false, so that <c>&amp;&amp;</c> never leaves its right side out.</summary>
    public static bool operator false(Filter filter) => false;

    internal abstract void Write(SqlWriter writer);

    void ISqlFragment.Write(SqlWriter writer)
    {
        // Filters put together by a program can nest deeper than the stack; an exception is better than the end of the process.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Write(writer);
    }
}
