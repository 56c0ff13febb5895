using Pod.Database.SqlWriting;
using Pod.Schema.Sql;

namespace Pod.Database;

/// <summary>A column of a table description.</summary>
public sealed class Column : ISqlFragment
{
    internal Column(Table table, string name, bool isNullable, bool hasDefault, bool defaultsToNow = false)
    {
        Table = table;
        Name = name;
        QuotedName = PostgresIdentifier.Quote(name);
        IsNullable = isNullable;
        HasDefault = hasDefault || defaultsToNow;
        DefaultsToNow = defaultsToNow;
    }

    /// <summary>The table that the column belongs to.</summary>
    public Table Table { get; }

    /// <summary>The name in the database.</summary>
    public string Name { get; }

    /// <summary>Whether the column takes nulls.</summary>
    public bool IsNullable { get; }

    /// <summary>Whether the database fills the column in when an insert brings no value.</summary>
    public bool HasDefault { get; }

    /// <summary>Whether that is the time of the insert. On another clock than the system's the time is sent, so that rows carry the clock's time.</summary>
    internal bool DefaultsToNow { get; }

    /// <summary>Whether the model has no member for the column, so that writing whole rows leaves it alone.</summary>
    public bool IsHidden { get; internal set; }

    internal string QuotedName { get; }

    /// <summary>What stands behind the column where rows are read, for types that Npgsql cannot read themselves.</summary>
    internal string SelectCast { get; init; } = "";

    /// <summary>The position among the table's visible columns.</summary>
    internal int Ordinal { get; set; } = -1;

    // A relative that is missing makes every column of its table null.
    bool ISqlFragment.IsNullable => IsNullable || Table.Join is { IsExcluded: false, IsOptional: true };

    void ISqlFragment.Write(SqlWriter writer) => writer.WriteColumn(this);

    /// <summary>The column behind an expression.</summary>
    /// <exception cref="ArgumentException">The expression is computed.</exception>
    public static implicit operator Column(SqlExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Column ?? throw new ArgumentException("Only columns can stand here, not computed expressions.", nameof(expression));
    }

    /// <summary>The column behind a boolean column.</summary>
    public static implicit operator Column(BooleanColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Column;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Table.TableName}.{Name}";
}
