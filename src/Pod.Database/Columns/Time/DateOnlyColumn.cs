using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of dates.</summary>
public sealed class DateOnlyColumn : OrderedExpression<DateOnly>
{
    /// <summary>Describes a column.</summary>
    public DateOnlyColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), ScalarStorage<DateOnly>.Instance)
    {
    }
}
