using Pod.Database.Columns.Storage;
using Pod.Database.Selecting.Elements;

namespace Pod.Database;

/// <summary>A boolean column, with the C# type of a selected value.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="bool"/>, or that or null.</typeparam>
public sealed class BooleanColumn<TSelected> : BooleanColumn, ISelectable<TSelected>
{
    /// <summary>Describes a column.</summary>
    public BooleanColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(table, name, nullable, hasDefault)
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.OfValue(this, ScalarStorage<bool>.Instance);
}
