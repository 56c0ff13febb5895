namespace Pod.Database;

/// <summary>A column of durations.</summary>
public sealed class TimeSpanColumn : TimeSpanExpression
{
    /// <summary>Describes a column.</summary>
    public TimeSpanColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault))
    {
    }
}
