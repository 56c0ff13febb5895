using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of Guids.</summary>
public sealed class GuidColumn : OrderedExpression<Guid>
{
    /// <summary>Describes a column.</summary>
    public GuidColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), ScalarStorage<Guid>.Instance)
    {
    }
}
