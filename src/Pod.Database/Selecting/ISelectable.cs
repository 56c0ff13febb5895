using Pod.Database.Selecting.Elements;

namespace Pod.Database;

/// <summary>What <see cref="Select"/>, <see cref="Key"/> and <see cref="Aggregate"/> take: a column or an expression, and the C# type of its values.</summary>
/// <typeparam name="T">The type of a value; nullable if the column or the expression is.</typeparam>
public interface ISelectable<T>
{
    internal Selected<T> Selected { get; }
}
