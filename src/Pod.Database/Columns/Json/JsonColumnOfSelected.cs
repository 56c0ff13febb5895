using Pod.Database.Selecting.Elements;
using Pod.Protocol;

namespace Pod.Database;

/// <summary>A column that holds its value as JSON, with the C# type of a selected value.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
/// <typeparam name="TSelected">What a selected value is: <typeparamref name="T"/>, or that or null.</typeparam>
public sealed class JsonColumn<T, TSelected> : JsonColumn<T>, ISelectable<TSelected>
    where T : notnull
{
    /// <summary>Describes a column; a plain one is of type <c>json</c>, others of <c>jsonb</c>.</summary>
    public JsonColumn(Table table, string name, JsonCodec<T> codec, bool nullable = false, bool hasDefault = false, bool plain = false)
        : base(new Column(table, name, nullable, hasDefault), codec, plain)
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.Of(this, Storage, Column!.IsNullable);
}
