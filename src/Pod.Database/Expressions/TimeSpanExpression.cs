using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of durations: <c>t => t.EndsAt - t.StartsAt > TimeSpan.FromHours(1)</c>.</summary>
public class TimeSpanExpression : OrderedExpression<TimeSpan>
{
    internal TimeSpanExpression(ISqlFragment body)
        : base(body, ScalarStorage<TimeSpan>.Instance)
    {
    }

    /// <summary>The sum.</summary>
    public static TimeSpanExpression operator +(TimeSpanExpression left, TimeSpanExpression right) => new(new InfixFragment(left, "+", right));

    /// <inheritdoc cref="op_Addition(TimeSpanExpression, TimeSpanExpression)"/>
    public static TimeSpanExpression operator +(TimeSpanExpression left, TimeSpan right) => new(new InfixFragment(left, "+", Value(right)));

    /// <inheritdoc cref="op_Addition(TimeSpanExpression, TimeSpanExpression)"/>
    public static TimeSpanExpression operator +(TimeSpan left, TimeSpanExpression right) => new(new InfixFragment(Value(left), "+", right));

    /// <summary>The difference.</summary>
    public static TimeSpanExpression operator -(TimeSpanExpression left, TimeSpanExpression right) => new(new InfixFragment(left, "-", right));

    /// <inheritdoc cref="op_Subtraction(TimeSpanExpression, TimeSpanExpression)"/>
    public static TimeSpanExpression operator -(TimeSpanExpression left, TimeSpan right) => new(new InfixFragment(left, "-", Value(right)));

    /// <inheritdoc cref="op_Subtraction(TimeSpanExpression, TimeSpanExpression)"/>
    public static TimeSpanExpression operator -(TimeSpan left, TimeSpanExpression right) => new(new InfixFragment(Value(left), "-", right));

    internal static ParameterFragment Value(TimeSpan value) => new(ScalarStorage<TimeSpan>.Instance.Parameter(value));
}
