namespace Pod.Database;

/// <summary>A column of durations.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="TimeSpan"/>, or that or null.</typeparam>
public sealed class TimeSpanColumn<TSelected> : TimeSpanExpression<TSelected>
{
    /// <summary>Describes a column.</summary>
    public TimeSpanColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault))
    {
    }
}
