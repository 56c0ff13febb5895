using Pod.Database.Expressions.Fragments;
using Pod.Database.Selecting.Elements;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of durations, with the C# type of a selected value.</summary>
/// <typeparam name="TSelected"><see cref="TimeSpan"/>, or that or null.</typeparam>
public class TimeSpanExpression<TSelected> : TimeSpanExpression, ISelectable<TSelected>
{
    internal TimeSpanExpression(ISqlFragment body)
        : base(body)
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.OfValue(this, Storage);

    /// <summary>The sum.</summary>
    public static TimeSpanExpression<TSelected> operator +(TimeSpanExpression<TSelected> left, TimeSpanExpression<TSelected> right) => new(new InfixFragment(left, "+", right));

    /// <inheritdoc cref="op_Addition(TimeSpanExpression{TSelected}, TimeSpanExpression{TSelected})"/>
    public static TimeSpanExpression<TSelected> operator +(TimeSpanExpression<TSelected> left, TimeSpan right) => new(new InfixFragment(left, "+", Value(right)));

    /// <inheritdoc cref="op_Addition(TimeSpanExpression{TSelected}, TimeSpanExpression{TSelected})"/>
    public static TimeSpanExpression<TSelected> operator +(TimeSpan left, TimeSpanExpression<TSelected> right) => new(new InfixFragment(Value(left), "+", right));

    /// <summary>The difference.</summary>
    public static TimeSpanExpression<TSelected> operator -(TimeSpanExpression<TSelected> left, TimeSpanExpression<TSelected> right) => new(new InfixFragment(left, "-", right));

    /// <inheritdoc cref="op_Subtraction(TimeSpanExpression{TSelected}, TimeSpanExpression{TSelected})"/>
    public static TimeSpanExpression<TSelected> operator -(TimeSpanExpression<TSelected> left, TimeSpan right) => new(new InfixFragment(left, "-", Value(right)));

    /// <inheritdoc cref="op_Subtraction(TimeSpanExpression{TSelected}, TimeSpanExpression{TSelected})"/>
    public static TimeSpanExpression<TSelected> operator -(TimeSpan left, TimeSpanExpression<TSelected> right) => new(new InfixFragment(Value(left), "-", right));
}
