using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of durations: <c>t => t.EndsAt - t.StartsAt > TimeSpan.FromHours(1)</c>.</summary>
public abstract class TimeSpanExpression : OrderedExpression<TimeSpan>
{
    private protected TimeSpanExpression(ISqlFragment body)
        : base(body, ScalarStorage<TimeSpan>.Instance)
    {
    }

    /// <summary>The sum; null if one side is.</summary>
    public static TimeSpanExpression<TimeSpan?> operator +(TimeSpanExpression left, TimeSpanExpression right) => new(new InfixFragment(left, "+", right));

    /// <summary>The difference; null if one side is.</summary>
    public static TimeSpanExpression<TimeSpan?> operator -(TimeSpanExpression left, TimeSpanExpression right) => new(new InfixFragment(left, "-", right));

    internal static ParameterFragment Value(TimeSpan value) => new(ScalarStorage<TimeSpan>.Instance.Parameter(value));
}
