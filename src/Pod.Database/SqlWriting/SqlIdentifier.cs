namespace Pod.Database.SqlWriting;

/// <summary>Quotes names that come from table descriptions.</summary>
internal static class SqlIdentifier
{
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
