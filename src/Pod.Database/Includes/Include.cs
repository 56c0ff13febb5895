using Pod.Database.Includes;

namespace Pod.Database;

/// <summary>The relations that a query loads along with its rows; the base of every generated include.</summary>
/// <typeparam name="TRow">The model.</typeparam>
public abstract class Include<TRow>
    where TRow : class
{
    private readonly List<OneInclude<TRow>> _ones = [];
    private readonly List<ManyInclude<TRow>> _lists = [];

    /// <summary>Adds a to-one relation, if it is asked for.</summary>
    /// <param name="include">What to load of the relative; null to leave the relation out.</param>
    /// <param name="relation">The relation's table as seen from this one.</param>
    /// <param name="set">Stores the relative, or null if there is none.</param>
    protected void One<TTable, TRelated, TRelatedTable>(Include<TRelated>? include, Func<TTable, TRelatedTable> relation, Action<TRow, TRelated?> set)
        where TTable : RowTable<TRow>
        where TRelated : class
        where TRelatedTable : RowTable<TRelated>
    {
        if (include is not null)
        {
            _ones.Add(new OneInclude<TRow, TTable, TRelated, TRelatedTable>(include, relation, set));
        }
    }

    /// <summary>Adds a to-many relation, if it is asked for.</summary>
    /// <param name="list">Which children to load; null to leave the relation out.</param>
    /// <param name="key">The parent's side of the key.</param>
    /// <param name="foreignKey">The children's side of the key.</param>
    /// <param name="set">Stores the children.</param>
    protected void Many<TKey, TRelated, TRelatedTable>(
        IncludeList<TRelated, TRelatedTable>? list,
        Func<TRow, TKey?> key,
        Func<TRelatedTable, ValueExpression<TKey>> foreignKey,
        Action<TRow, List<TRelated>> set)
        where TKey : struct, IEquatable<TKey>
        where TRelated : class
        where TRelatedTable : RowTable<TRelated>
    {
        if (list is not null)
        {
            _lists.Add(new ManyInclude<TRow, TKey, TRelated, TRelatedTable>(list, key, foreignKey, set));
        }
    }

    /// <summary>Places the table's columns, then those of the included relatives.</summary>
    internal RowShape<TRow> Shape(RowTable<TRow> table, SelectPlan plan)
    {
        var offset = plan.Add(table);
        return new RowShape<TRow>(table, offset, [.. _ones.Select(one => one.Shape(table, plan))], [.. _lists]);
    }
}
