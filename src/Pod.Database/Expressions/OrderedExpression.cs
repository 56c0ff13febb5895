using System.Runtime.CompilerServices;
using Pod.Database.Aggregates;
using Pod.Database.Columns.Storage;
using Pod.Database.Filters;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression whose values have an order.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
public abstract class OrderedExpression<T> : ValueExpression<T>
    where T : struct
{
    private protected OrderedExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    /// <summary>Rows with a smaller value.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator <(OrderedExpression<T> left, T? right) => left.Compare(Comparison.Less, right);

    /// <summary>Rows with a larger value.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator >(OrderedExpression<T> left, T? right) => left.Compare(Comparison.Greater, right);

    /// <summary>Rows with this or a smaller value.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator <=(OrderedExpression<T> left, T? right) => left.Compare(Comparison.LessOrEqual, right);

    /// <summary>Rows with this or a larger value.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator >=(OrderedExpression<T> left, T? right) => left.Compare(Comparison.GreaterOrEqual, right);

    /// <summary>Rows in which the left side is smaller.</summary>
    public static Filter operator <(OrderedExpression<T> left, OrderedExpression<T> right)
        => new FragmentComparisonFilter(left, Comparison.Less, right);

    /// <summary>Rows in which the left side is larger.</summary>
    public static Filter operator >(OrderedExpression<T> left, OrderedExpression<T> right)
        => new FragmentComparisonFilter(left, Comparison.Greater, right);

    /// <summary>Rows in which the left side is not larger.</summary>
    public static Filter operator <=(OrderedExpression<T> left, OrderedExpression<T> right)
        => new FragmentComparisonFilter(left, Comparison.LessOrEqual, right);

    /// <summary>Rows in which the left side is not smaller.</summary>
    public static Filter operator >=(OrderedExpression<T> left, OrderedExpression<T> right)
        => new FragmentComparisonFilter(left, Comparison.GreaterOrEqual, right);

    /// <summary>Rows with a value from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public Filter Between(T low, T high) => new RangeFilter(this, Storage.Parameter(low), Storage.Parameter(high), isNegated: false);

    /// <summary>Rows with a value outside, or without one.</summary>
    public Filter NotBetween(T low, T high) => new RangeFilter(this, Storage.Parameter(low), Storage.Parameter(high), isNegated: true);

    /// <summary>The smallest value; null if there is none.</summary>
    /// <param name="where">Takes only rows that match.</param>
    public OrderedExpression<T, T?> Min(Filter? where = null) => new(new AggregateFragment("min(", this, where), Storage);

    /// <summary>The largest value; null if there is none.</summary>
    /// <param name="where">Takes only rows that match.</param>
    public OrderedExpression<T, T?> Max(Filter? where = null) => new(new AggregateFragment("max(", this, where), Storage);

    private ComparisonFilter Compare(Comparison comparison, T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        => new(this, comparison, Storage.Parameter(value ?? throw new ArgumentNullException(
            name, "Nothing is smaller or larger than null. Ask for nulls with == null, or leave the condition out.")));
}
