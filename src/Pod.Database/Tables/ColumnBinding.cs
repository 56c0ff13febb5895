using Pod.Database.Columns.Storage;

namespace Pod.Database.Tables;

/// <summary>A column and how its value is taken from a row.</summary>
internal abstract class ColumnBinding<TRow>(Column column)
{
    public Column Column => column;

    /// <summary>Whether the row says nothing about the column: null, and for a primary key also 0 or the empty Guid.</summary>
    public abstract bool IsUnset(TRow row);

    public abstract ParameterSource Parameter(TRow row);

    public abstract ParameterSource CopyParameter(TRow row);

    /// <summary>The column's values of many rows as one array.</summary>
    public abstract ParameterSource ArrayParameter(IReadOnlyList<TRow> rows);
}
