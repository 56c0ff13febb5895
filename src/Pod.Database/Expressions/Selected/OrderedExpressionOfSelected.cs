using Pod.Database.Columns.Storage;
using Pod.Database.Selecting.Elements;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression whose values have an order, with the C# type of a selected value.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
/// <typeparam name="TSelected"><typeparamref name="T"/>, or that or null.</typeparam>
public class OrderedExpression<T, TSelected> : OrderedExpression<T>, ISelectable<TSelected>
    where T : struct
{
    internal OrderedExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.OfValue(this, Storage);
}
