using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;

namespace Pod.Database;

/// <summary>What keeps the null of an instant, or its absence, in a value of another type.</summary>
public static class InstantExpressionExtensions
{
    /// <summary>The date of the instant in UTC. For the days of another zone see <see cref="InstantExpression{T, TSelected}.Truncate"/>.</summary>
    public static OrderedExpression<DateOnly, DateOnly> Date<T>(this InstantExpression<T, T> instant)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(instant);
        return new(new UtcDateFragment(instant), ScalarStorage<DateOnly>.Instance);
    }

    /// <inheritdoc cref="Date{T}(InstantExpression{T, T})"/>
    public static OrderedExpression<DateOnly, DateOnly?> Date<T>(this InstantExpression<T, T?> instant)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(instant);
        return new(new UtcDateFragment(instant), ScalarStorage<DateOnly>.Instance);
    }
}
