namespace Pod.Database.Includes;

/// <summary>A to-one relation that a query includes.</summary>
internal abstract class OneInclude<TRow>
    where TRow : class
{
    public abstract OneShape<TRow> Shape(RowTable<TRow> table, SelectPlan plan);
}

/// <inheritdoc/>
internal sealed class OneInclude<TRow, TTable, TRelated, TRelatedTable>(
    Include<TRelated> include, Func<TTable, TRelatedTable> relation, Action<TRow, TRelated?> set) : OneInclude<TRow>
    where TRow : class
    where TTable : RowTable<TRow>
    where TRelated : class
    where TRelatedTable : RowTable<TRelated>
{
    public override OneShape<TRow> Shape(RowTable<TRow> table, SelectPlan plan)
        => new OneShape<TRow, TRelated>(include.Shape(relation((TTable)table), plan), set);
}
