using Pod.Database.Aggregates;
using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>Something in a statement that has a value: a column, or what is computed from columns.</summary>
public abstract class SqlExpression : ISqlFragment
{
    private readonly ISqlFragment _body;

    private protected SqlExpression(ISqlFragment body) => _body = body;

    internal ISqlFragment Body => _body;

    internal Column? Column => _body as Column;

    bool ISqlFragment.IsNullable => _body.IsNullable;

    /// <summary>Orders by this, smallest first and nulls last.</summary>
    public OrderTerm Asc() => new(this, isDescending: false);

    /// <summary>Orders by this, largest first and nulls first.</summary>
    public OrderTerm Desc() => new(this, isDescending: true);

    /// <summary>How many rows have a value here.</summary>
    /// <param name="where">Counts only rows that match.</param>
    public NumberExpression<long, long> Count(Filter? where = null) => new(new AggregateFragment("count(", this, where), ScalarStorage<long>.Instance);

    /// <summary>How many different values there are.</summary>
    /// <param name="where">Counts only in rows that match.</param>
    public NumberExpression<long, long> CountDistinct(Filter? where = null)
        => new(new AggregateFragment("count(DISTINCT ", this, where), ScalarStorage<long>.Instance);

    void ISqlFragment.Write(SqlWriter writer) => _body.Write(writer);
}
