using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of Guids.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="Guid"/>, or that or null.</typeparam>
public sealed class GuidColumn<TSelected> : OrderedExpression<Guid, TSelected>
{
    /// <summary>Describes a column.</summary>
    public GuidColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), ScalarStorage<Guid>.Instance)
    {
    }
}
