using System.Numerics;
using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of numbers.</summary>
/// <typeparam name="T">
/// <see cref="short"/>, <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="decimal"/> or
/// <see cref="BigInteger"/>.
/// </typeparam>
/// <typeparam name="TSelected">What a selected value is: <typeparamref name="T"/>, or that or null.</typeparam>
public sealed class NumberColumn<T, TSelected> : NumberExpression<T, TSelected>
    where T : struct, INumber<T>
{
    /// <summary>Describes a column.</summary>
    public NumberColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), ScalarStorage<T>.Instance)
    {
    }
}
