using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of times of day.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="TimeOnly"/>, or that or null.</typeparam>
public sealed class TimeOnlyColumn<TSelected> : OrderedExpression<TimeOnly, TSelected>
{
    /// <summary>Describes a column.</summary>
    public TimeOnlyColumn(Table table, string name, bool nullable = false, bool hasDefault = false, bool defaultsToNow = false)
        : base(new Column(table, name, nullable, hasDefault, defaultsToNow), ScalarStorage<TimeOnly>.Instance)
    {
    }
}
