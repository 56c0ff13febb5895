using Pod.Schema;

namespace Pod.Cli.Repairs;

/// <summary>What rows get in a column that was lost and that accepts no NULL.</summary>
internal static class FillValue
{
    /// <summary>Gives a literal, or null for types that have no empty value.</summary>
    public static string? Of(ColumnSchema column) => column.Type.Split('(')[0] switch
    {
        "text" => "''",
        "smallint" or "integer" or "bigint" or "real" or "double precision" or "numeric" => "0",
        "boolean" => "false",
        "timestamptz" or "date" => $"'epoch'::{column.Type}",
        "time" => "'00:00'::time",
        "interval" => "'0'::interval",
        "uuid" => "'00000000-0000-0000-0000-000000000000'::uuid",
        "bytea" => "''::bytea",
        "json" or "jsonb" when column.ClrType.StartsWith("List<", StringComparison.Ordinal) || column.ClrType.StartsWith("HashSet<", StringComparison.Ordinal)
            => $"'[]'::{column.Type}",
        "json" or "jsonb" => $"'{{}}'::{column.Type}",
        _ => null,
    };
}
