using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of times of day.</summary>
public sealed class TimeOnlyColumn : OrderedExpression<TimeOnly>
{
    /// <summary>Describes a column.</summary>
    public TimeOnlyColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), ScalarStorage<TimeOnly>.Instance)
    {
    }
}
