using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of dates.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="DateOnly"/>, or that or null.</typeparam>
public sealed class DateOnlyColumn<TSelected> : OrderedExpression<DateOnly, TSelected>
{
    /// <summary>Describes a column.</summary>
    public DateOnlyColumn(Table table, string name, bool nullable = false, bool hasDefault = false, bool defaultsToNow = false)
        : base(new Column(table, name, nullable, hasDefault, defaultsToNow), ScalarStorage<DateOnly>.Instance)
    {
    }
}
