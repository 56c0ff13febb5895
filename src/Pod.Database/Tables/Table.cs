using Pod.Schema.Sql;

namespace Pod.Database;

/// <summary>The description of a table. Generated descriptions are immutable once constructed and safe on any thread.</summary>
public abstract class Table
{
    private readonly List<Column> _columns = [];
    private readonly List<Column> _visibleColumns = [];

    private protected Table(string name, TableJoin? join)
    {
        TableName = name;
        QuotedName = PostgresIdentifier.Quote(name);
        Join = join;
    }

    // Generated tables have a member per column, and columns called "name" are many: hence the longer words here.

    /// <summary>The name in the database.</summary>
    public string TableName { get; }

    /// <summary>All columns in the order of the model file, hidden ones included.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    internal string QuotedName { get; }

    internal TableJoin? Join { get; }

    internal abstract Column IdColumn { get; }

    /// <summary>The column that counts the writes of a row, if there is one.</summary>
    internal Column? TokenColumn { get; private protected set; }

    /// <summary>The columns that rows are read from.</summary>
    internal List<Column> VisibleColumns => _visibleColumns;

    /// <summary>Describes how a relative's table joins this one.</summary>
    /// <param name="relation">The relation's member, which tells joins of one table apart.</param>
    /// <param name="localColumn">This table's side of the key.</param>
    /// <param name="foreignColumn">The relative's side of the key.</param>
    protected TableJoin JoinTo(string relation, SqlExpression localColumn, string foreignColumn) => new(this, relation, localColumn, foreignColumn);

    /// <summary>Describes the row that an upsert brings, beside the one that is stored.</summary>
    protected TableJoin ExcludedRow() => TableJoin.Excluded(this);

    /// <summary>Adds a column that the model has no member for.</summary>
    protected TColumn AddHidden<TColumn>(TColumn column)
        where TColumn : SqlExpression
    {
        Column description = column;
        description.IsHidden = true;
        _columns.Add(description);
        return column;
    }

    private protected void AddVisible(Column column)
    {
        column.Ordinal = _visibleColumns.Count;
        _visibleColumns.Add(column);
        _columns.Add(column);
    }
}
