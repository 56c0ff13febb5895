namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>Names and texts as SQL writes them.</summary>
internal static class SqlName
{
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string QuoteText(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
