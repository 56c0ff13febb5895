namespace Pod.Generator.Migrations.Sql;

/// <summary>Names in SQL.</summary>
public static class PostgresIdentifier
{
    /// <summary>Writes a name so that it means itself: <c>order</c> becomes <c>"order"</c>.</summary>
    public static string Quote(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
