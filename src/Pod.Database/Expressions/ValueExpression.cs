using System.Runtime.CompilerServices;
using Pod.Database.Columns.Assigning;
using Pod.Database.Columns.Storage;
using Pod.Database.Filters;
using Pod.Database.Sql;

namespace Pod.Database;

/// <summary>An expression of a value type.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
public abstract class ValueExpression<T> : SqlExpression
    where T : struct
{
    private protected ValueExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body)
        => Storage = storage;

    internal ColumnStorage<T> Storage { get; }

    /// <summary>Rows that have this value; <c>== null</c> is IS NULL.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator ==(ValueExpression<T> left, ValueOperand<T> right)
        => right.Value is { } value
            ? new ComparisonFilter(left, Comparison.Equal, left.Storage.Parameter(value))
            : new NullFilter(left, isNull: true);

    /// <summary>Rows that have another value or none; <c>!= null</c> is IS NOT NULL.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator !=(ValueExpression<T> left, ValueOperand<T> right)
        => right.Value is { } value
            ? new ComparisonFilter(left, Comparison.NotEqual, left.Storage.Parameter(value))
            : new NullFilter(left, isNull: false);

    /// <summary>Rows in which both are equal; two nulls are.</summary>
    public static Filter operator ==(ValueExpression<T> left, ValueExpression<T> right)
        => new FragmentComparisonFilter(left, Comparison.Equal, right);

    /// <summary>Rows in which both differ; null differs from every value.</summary>
    public static Filter operator !=(ValueExpression<T> left, ValueExpression<T> right)
        => new FragmentComparisonFilter(left, Comparison.NotEqual, right);

    /// <summary>Rows whose value is one of these. A null among them matches rows without value.</summary>
    public Filter In(params T?[] values) => MembershipFilter.Of(this, Storage, values, isNegated: false);

    /// <inheritdoc cref="In(T?[])"/>
    [OverloadResolutionPriority(1)]
    public Filter In(IEnumerable<T> values) => MembershipFilter.Of(this, Storage, Optional(values), isNegated: false);

    /// <inheritdoc cref="In(T?[])"/>
    public Filter In(IEnumerable<T?> values) => MembershipFilter.Of(this, Storage, values, isNegated: false);

    /// <summary>Rows whose value is none of these; also rows without value, unless a null is among them.</summary>
    public Filter NotIn(params T?[] values) => MembershipFilter.Of(this, Storage, values, isNegated: true);

    /// <inheritdoc cref="NotIn(T?[])"/>
    [OverloadResolutionPriority(1)]
    public Filter NotIn(IEnumerable<T> values) => MembershipFilter.Of(this, Storage, Optional(values), isNegated: true);

    /// <inheritdoc cref="NotIn(T?[])"/>
    public Filter NotIn(IEnumerable<T?> values) => MembershipFilter.Of(this, Storage, values, isNegated: true);

    /// <summary>Gives the column a value, or null.</summary>
    /// <exception cref="ArgumentException">This is no column but a computed expression, or the column takes no null.</exception>
    [OverloadResolutionPriority(1)]
    public Assignment Set(T? value) => ValueAssignment.Of(this, Storage, value is { } present ? Storage.Parameter(present) : null);

    /// <summary>Gives the column what the database computes from the row as it was.</summary>
    /// <inheritdoc cref="Set(T?)"/>
    public Assignment Set(ValueExpression<T> value) => new ExpressionAssignment(this, value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static IEnumerable<T?> Optional(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Select(static value => (T?)value);
    }
}
