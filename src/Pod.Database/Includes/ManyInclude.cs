using Pod.Database.Execution;
using Pod.Database.Statements;

namespace Pod.Database.Includes;

/// <summary>A to-many relation that a query includes.</summary>
internal abstract class ManyInclude<TRow>
{
    /// <summary>Loads the children of all parents with one statement and hands them out.</summary>
    public abstract Task LoadAsync(IDatabaseSession session, List<TRow> parents, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class ManyInclude<TRow, TKey, TRelated, TRelatedTable>(
    IncludeList<TRelated, TRelatedTable> list,
    Func<TRow, TKey?> key,
    Func<TRelatedTable, ValueExpression<TKey>> foreignKey,
    Action<TRow, List<TRelated>> set) : ManyInclude<TRow>
    where TKey : struct, IEquatable<TKey>
    where TRelated : class
    where TRelatedTable : RowTable<TRelated>
{
    public override async Task LoadAsync(IDatabaseSession session, List<TRow> parents, CancellationToken cancellationToken)
    {
        var children = ChildrenByKey<TKey, TRelated>.Of(parents, key);
        var keys = children.Keys;
        if (keys.Length > 0 && list.Limit != 0)
        {
            var plan = new SelectPlan();
            var shape = list.Shape(plan);
            var parentKey = foreignKey(list.Table);
            var keyOrdinal = plan.Require(parentKey);
            var call = ChildrenStatement.Write(session.Database, list, plan, parentKey, keys);
            await StatementExecutor.ExecuteAsync(session, call, new ChildrenReader<TKey, TRelated>(shape, keyOrdinal, children), cancellationToken)
                .ConfigureAwait(false);
            await shape.LoadListsAsync(session, cancellationToken).ConfigureAwait(false);
        }

        foreach (var parent in parents)
        {
            set(parent, key(parent) is { } present ? children.Take(present) : []);
        }
    }
}
