using Pod.Database.Columns.Storage;
using Pod.Database.Selecting.Elements;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of a value type, with the C# type of a selected value.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
/// <typeparam name="TSelected"><typeparamref name="T"/>, or that or null.</typeparam>
public class ValueExpression<T, TSelected> : ValueExpression<T>, ISelectable<TSelected>
    where T : struct
{
    internal ValueExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.OfValue(this, Storage);
}
