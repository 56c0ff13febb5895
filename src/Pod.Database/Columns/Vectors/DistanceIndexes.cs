using Pod.Schema;

namespace Pod.Database.Columns.Vectors;

/// <summary>Which indexes find nearest neighbours.</summary>
internal static class DistanceIndexes
{
    // The end of the name of the operator class that an index must have, by operator.
    private static readonly Dictionary<string, string> OperatorClasses = new(StringComparer.Ordinal)
    {
        ["<->"] = "_l2_ops",
        ["<#>"] = "_ip_ops",
        ["<=>"] = "_cosine_ops",
        ["<+>"] = "_l1_ops",
        ["<~>"] = "_hamming_ops",
        ["<%>"] = "_jaccard_ops",
    };

    /// <summary>Whether an index of the column can order by the distance.</summary>
    public static bool Serve(TableSchema table, Column column, string operation) => table.Indexes.Any(index =>
        index.Type is "hnsw" or "ivfflat"
        && index.Columns.Contains(column.Name)
        && index.OperatorClass?.EndsWith(OperatorClasses[operation], StringComparison.Ordinal) == true);
}
