using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

/// <summary>An expression in or outside a set, which travels as one array, so the text does not depend on its size.</summary>
internal sealed class MembershipFilter(ISqlFragment operand, ParameterSource values, bool hasNull, bool isNegated) : Filter
{
    public static MembershipFilter Of<T>(ISqlFragment operand, ColumnStorage<T> storage, IEnumerable<T?> values, bool isNegated)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToArray();
        var count = all.Count(static value => value is not null);
        var array = storage.CreateArray(count);
        var next = 0;
        foreach (var value in all)
        {
            if (value is { } present)
            {
                array.Set(next++, present);
            }
        }

        return new(operand, array.Parameter, count < all.Length, isNegated);
    }

    public static MembershipFilter Of<T>(ISqlFragment operand, ColumnStorage<T> storage, IEnumerable<T?> values, bool isNegated)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToArray();
        var present = all.Where(static value => value is not null).ToArray();
        var array = storage.CreateArray(present.Length);
        for (var i = 0; i < present.Length; i++)
        {
            array.Set(i, present[i]!);
        }

        return new(operand, array.Parameter, present.Length < all.Length, isNegated);
    }

    internal override void Write(SqlWriter writer)
    {
        var testsNull = operand.IsNullable || hasNull;
        writer.Write(testsNull ? "(" : "").Write(operand).Write(isNegated ? " <> ALL(" : " = ANY(").WriteParameter(values).Write(")");
        if (!testsNull)
        {
            return;
        }

        // In: nulls match only if asked for. NotIn: nulls match unless asked for.
        if (isNegated)
        {
            writer.Write(hasNull ? " AND " : " OR ").Write(operand).Write(hasNull ? " IS NOT NULL" : " IS NULL");
        }
        else if (hasNull)
        {
            writer.Write(" OR ").Write(operand).Write(" IS NULL");
        }

        writer.Write(")");
    }
}
