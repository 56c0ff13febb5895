namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>Names as SQL writes them.</summary>
internal static class SqlName
{
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
