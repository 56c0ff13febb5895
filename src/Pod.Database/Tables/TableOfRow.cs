using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>The description of a table; the base of every generated one.</summary>
/// <typeparam name="TRow">The model.</typeparam>
/// <typeparam name="TId">The type of its primary key.</typeparam>
public abstract class Table<TRow, TId> : RowTable<TRow>
    where TRow : class, ITableRow<TId>
    where TId : struct, IEquatable<TId>
{
    /// <summary>Describes a table.</summary>
    protected Table(string name, TableJoin? join)
        : base(name, join)
    {
    }

    /// <summary>The primary key.</summary>
    public abstract ValueExpression<TId> Id { get; }

    internal override Column IdColumn => Id;

    internal ColumnStorage<TId> IdStorage => Id.Storage;
}
