using System.Numerics;
using Pod.Database.Columns.Storage;
using Pod.Database.Selecting.Elements;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of numbers, with the C# type of a selected value.</summary>
/// <inheritdoc cref="NumberExpression{T}"/>
/// <typeparam name="T">The type in the model.</typeparam>
/// <typeparam name="TSelected"><typeparamref name="T"/>, or that or null.</typeparam>
public class NumberExpression<T, TSelected> : NumberExpression<T>, ISelectable<TSelected>
    where T : struct, INumber<T>
{
    internal NumberExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.OfValue(this, Storage);

    /// <summary>The sum.</summary>
    public static NumberExpression<T, TSelected> operator +(NumberExpression<T, TSelected> left, NumberExpression<T, TSelected> right) => Infix<TSelected>(left, "+", right);

    /// <inheritdoc cref="op_Addition(NumberExpression{T, TSelected}, NumberExpression{T, TSelected})"/>
    public static NumberExpression<T, TSelected> operator +(NumberExpression<T, TSelected> left, T right) => Infix<TSelected>(left, "+", Value(right));

    /// <inheritdoc cref="op_Addition(NumberExpression{T, TSelected}, NumberExpression{T, TSelected})"/>
    public static NumberExpression<T, TSelected> operator +(T left, NumberExpression<T, TSelected> right) => Infix<TSelected>(Value(left), "+", right);

    /// <summary>The difference.</summary>
    public static NumberExpression<T, TSelected> operator -(NumberExpression<T, TSelected> left, NumberExpression<T, TSelected> right) => Infix<TSelected>(left, "-", right);

    /// <inheritdoc cref="op_Subtraction(NumberExpression{T, TSelected}, NumberExpression{T, TSelected})"/>
    public static NumberExpression<T, TSelected> operator -(NumberExpression<T, TSelected> left, T right) => Infix<TSelected>(left, "-", Value(right));

    /// <inheritdoc cref="op_Subtraction(NumberExpression{T, TSelected}, NumberExpression{T, TSelected})"/>
    public static NumberExpression<T, TSelected> operator -(T left, NumberExpression<T, TSelected> right) => Infix<TSelected>(Value(left), "-", right);

    /// <summary>The product.</summary>
    public static NumberExpression<T, TSelected> operator *(NumberExpression<T, TSelected> left, NumberExpression<T, TSelected> right) => Infix<TSelected>(left, "*", right);

    /// <inheritdoc cref="op_Multiply(NumberExpression{T, TSelected}, NumberExpression{T, TSelected})"/>
    public static NumberExpression<T, TSelected> operator *(NumberExpression<T, TSelected> left, T right) => Infix<TSelected>(left, "*", Value(right));

    /// <inheritdoc cref="op_Multiply(NumberExpression{T, TSelected}, NumberExpression{T, TSelected})"/>
    public static NumberExpression<T, TSelected> operator *(T left, NumberExpression<T, TSelected> right) => Infix<TSelected>(Value(left), "*", right);

    /// <summary>The quotient; of whole numbers without remainder.</summary>
    public static NumberExpression<T, TSelected> operator /(NumberExpression<T, TSelected> left, NumberExpression<T, TSelected> right) => Quotient<TSelected>(left, right);

    /// <inheritdoc cref="op_Division(NumberExpression{T, TSelected}, NumberExpression{T, TSelected})"/>
    public static NumberExpression<T, TSelected> operator /(NumberExpression<T, TSelected> left, T right) => Quotient<TSelected>(left, Value(right));

    /// <inheritdoc cref="op_Division(NumberExpression{T, TSelected}, NumberExpression{T, TSelected})"/>
    public static NumberExpression<T, TSelected> operator /(T left, NumberExpression<T, TSelected> right) => Quotient<TSelected>(Value(left), right);
}
