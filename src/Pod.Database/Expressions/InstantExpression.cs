using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of instants: <c>t => t.StartsAt + t.Length &lt; now</c>.</summary>
/// <typeparam name="T"><see cref="DateTime"/> or <see cref="DateTimeOffset"/>.</typeparam>
public abstract class InstantExpression<T> : OrderedExpression<T>
    where T : struct
{
    private protected InstantExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    /// <summary>The time from the right instant to the left one; null if one side is.</summary>
    public static TimeSpanExpression<TimeSpan?> operator -(InstantExpression<T> left, InstantExpression<T> right) => new(new InfixFragment(left, "-", right));

    /// <inheritdoc cref="op_Subtraction(InstantExpression{T}, InstantExpression{T})"/>
    public static TimeSpanExpression<TimeSpan?> operator -(InstantExpression<T> left, T right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return new(new InfixFragment(left, "-", new ParameterFragment(left.Storage.Parameter(right))));
    }

    /// <inheritdoc cref="op_Subtraction(InstantExpression{T}, InstantExpression{T})"/>
    public static TimeSpanExpression<TimeSpan?> operator -(T left, InstantExpression<T> right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return new(new InfixFragment(new ParameterFragment(right.Storage.Parameter(left)), "-", right));
    }

    /// <summary>The instant that much later; null if one side is.</summary>
    public static InstantExpression<T, T?> operator +(InstantExpression<T> left, TimeSpanExpression right) => Shift<T?>(left, "+", right);

    /// <summary>The instant that much earlier; null if one side is.</summary>
    public static InstantExpression<T, T?> operator -(InstantExpression<T> left, TimeSpanExpression right) => Shift<T?>(left, "-", right);

    private protected static InstantExpression<T, TSelected> Shift<TSelected>(InstantExpression<T> instant, string operation, ISqlFragment span)
    {
        ArgumentNullException.ThrowIfNull(instant);
        return new(new InstantShiftFragment(instant, operation, span), instant.Storage);
    }
}
