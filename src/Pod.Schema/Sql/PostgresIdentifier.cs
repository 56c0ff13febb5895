namespace Pod.Schema.Sql;

/// <summary>Names in SQL.</summary>
internal static class PostgresIdentifier
{
    /// <summary>Writes a name so that it means itself: <c>order</c> becomes <c>"order"</c>.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
