using Pod.Database.Columns.Storage;
using Pod.Database.Filters;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of a reference type that can be looked for in a set of values.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
public abstract class MemberExpression<T> : ReferenceExpression<T>
    where T : class
{
    private protected MemberExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    /// <summary>Rows whose value is one of these. A null among them matches rows without value.</summary>
    public Filter In(params T?[] values) => MembershipFilter.Of(this, Storage, values, isNegated: false);

    /// <inheritdoc cref="In(T?[])"/>
    public Filter In(IEnumerable<T?> values) => MembershipFilter.Of(this, Storage, values, isNegated: false);

    /// <summary>Rows whose value is none of these; also rows without value, unless a null is among them.</summary>
    public Filter NotIn(params T?[] values) => MembershipFilter.Of(this, Storage, values, isNegated: true);

    /// <inheritdoc cref="NotIn(T?[])"/>
    public Filter NotIn(IEnumerable<T?> values) => MembershipFilter.Of(this, Storage, values, isNegated: true);
}
