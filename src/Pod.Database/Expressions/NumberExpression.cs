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
public class NumberExpression<T> : OrderedExpression<T>
    where T : struct, INumber<T>
{
    internal NumberExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    /// <summary>The sum.</summary>
    public static NumberExpression<T> operator +(NumberExpression<T> left, NumberExpression<T> right) => Infix(left, "+", right);

    /// <inheritdoc cref="op_Addition(NumberExpression{T}, NumberExpression{T})"/>
    public static NumberExpression<T> operator +(NumberExpression<T> left, T right) => Infix(left, "+", Value(right));

    /// <inheritdoc cref="op_Addition(NumberExpression{T}, NumberExpression{T})"/>
    public static NumberExpression<T> operator +(T left, NumberExpression<T> right) => Infix(Value(left), "+", right);

    /// <summary>The difference.</summary>
    public static NumberExpression<T> operator -(NumberExpression<T> left, NumberExpression<T> right) => Infix(left, "-", right);

    /// <inheritdoc cref="op_Subtraction(NumberExpression{T}, NumberExpression{T})"/>
    public static NumberExpression<T> operator -(NumberExpression<T> left, T right) => Infix(left, "-", Value(right));

    /// <inheritdoc cref="op_Subtraction(NumberExpression{T}, NumberExpression{T})"/>
    public static NumberExpression<T> operator -(T left, NumberExpression<T> right) => Infix(Value(left), "-", right);

    /// <summary>The product.</summary>
    public static NumberExpression<T> operator *(NumberExpression<T> left, NumberExpression<T> right) => Infix(left, "*", right);

    /// <inheritdoc cref="op_Multiply(NumberExpression{T}, NumberExpression{T})"/>
    public static NumberExpression<T> operator *(NumberExpression<T> left, T right) => Infix(left, "*", Value(right));

    /// <inheritdoc cref="op_Multiply(NumberExpression{T}, NumberExpression{T})"/>
    public static NumberExpression<T> operator *(T left, NumberExpression<T> right) => Infix(Value(left), "*", right);

    /// <summary>The quotient; of whole numbers without remainder.</summary>
    public static NumberExpression<T> operator /(NumberExpression<T> left, NumberExpression<T> right) => Quotient(left, right);

    /// <inheritdoc cref="op_Division(NumberExpression{T}, NumberExpression{T})"/>
    public static NumberExpression<T> operator /(NumberExpression<T> left, T right) => Quotient(left, Value(right));

    /// <inheritdoc cref="op_Division(NumberExpression{T}, NumberExpression{T})"/>
    public static NumberExpression<T> operator /(T left, NumberExpression<T> right) => Quotient(Value(left), right);

    private static NumberExpression<T> Infix(ISqlFragment left, string operation, ISqlFragment right)
        => new(new InfixFragment(left, operation, right), ScalarStorage<T>.Instance);

    // Columns of BigInteger are numeric, whose division has digits behind the point.
    private static NumberExpression<T> Quotient(ISqlFragment left, ISqlFragment right)
        => typeof(T) == typeof(BigInteger) ? new(new CallFragment("div", left, right), ScalarStorage<T>.Instance) : Infix(left, "/", right);

    private static ParameterFragment Value(T value) => new(ScalarStorage<T>.Instance.Parameter(value));
}
