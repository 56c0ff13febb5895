namespace Pod.Generator.Migrations.Sql;

/// <summary>Texts in SQL.</summary>
public static class PostgresLiteral
{
    /// <summary>Writes a text as a literal: <c>it's</c> becomes <c>'it''s'</c>.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
