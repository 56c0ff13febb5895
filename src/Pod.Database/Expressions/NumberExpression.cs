using System.Numerics;
using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of numbers: <c>t => t.Price * t.Amount > 100</c>.</summary>
/// <remarks>
/// The database computes in the column's type: whole numbers divide without remainder, and a result out of range or a division by zero is a
/// <see cref="PodDatabaseException"/>.
/// </remarks>
/// <typeparam name="T">The type in the model.</typeparam>
public abstract class NumberExpression<T> : OrderedExpression<T>
    where T : struct, INumber<T>
{
    private protected NumberExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    /// <summary>The sum; null if one side is.</summary>
    public static NumberExpression<T, T?> operator +(NumberExpression<T> left, NumberExpression<T> right) => Infix<T?>(left, "+", right);

    /// <summary>The difference; null if one side is.</summary>
    public static NumberExpression<T, T?> operator -(NumberExpression<T> left, NumberExpression<T> right) => Infix<T?>(left, "-", right);

    /// <summary>The product; null if one side is.</summary>
    public static NumberExpression<T, T?> operator *(NumberExpression<T> left, NumberExpression<T> right) => Infix<T?>(left, "*", right);

    /// <summary>The quotient, of whole numbers without remainder; null if one side is.</summary>
    public static NumberExpression<T, T?> operator /(NumberExpression<T> left, NumberExpression<T> right) => Quotient<T?>(left, right);

    private protected static NumberExpression<T, TSelected> Infix<TSelected>(ISqlFragment left, string operation, ISqlFragment right)
        => new(new InfixFragment(left, operation, right), ScalarStorage<T>.Instance);

    // Columns of BigInteger are numeric, whose division has digits behind the point.
    private protected static NumberExpression<T, TSelected> Quotient<TSelected>(ISqlFragment left, ISqlFragment right)
        => typeof(T) == typeof(BigInteger)
            ? new(new CallFragment("div", left, right), ScalarStorage<T>.Instance)
            : Infix<TSelected>(left, "/", right);

    private protected static ParameterFragment Value(T value) => new(ScalarStorage<T>.Instance.Parameter(value));
}
