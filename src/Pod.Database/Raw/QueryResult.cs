namespace Pod.Database;

/// <summary>What a statement answered whose columns are not known beforehand.</summary>
public sealed class QueryResult
{
    internal QueryResult(IReadOnlyList<string> columnNames, IReadOnlyList<QueryRow> rows, long affectedRows)
    {
        ColumnNames = columnNames;
        Rows = rows;
        AffectedRows = affectedRows;
    }

    /// <summary>The columns' names in order; none for statements that give no rows.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<QueryRow> Rows { get; }

    /// <summary>How many rows were inserted, updated or deleted.</summary>
    public long AffectedRows { get; }
}
