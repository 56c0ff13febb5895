namespace Pod.Generator.Migrations.Sql;

/// <summary>Names in SQL.</summary>
internal static class PostgresIdentifier
{
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
