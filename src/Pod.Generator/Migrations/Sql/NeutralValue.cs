namespace Pod.Generator.Migrations.Sql;

/// <summary>The value that says least, by type: what rows get when a NOT NULL column comes back and its values do not.</summary>
internal static class NeutralValue
{
    public static string Of(string type) => Name(type) switch
    {
        "boolean" => "false",
        "smallint" or "integer" or "bigint" or "real" or "double precision" or "numeric" => "0",
        "text" => "''",
        "uuid" => "'00000000-0000-0000-0000-000000000000'::uuid",
        "date" => "'1970-01-01'::date",
        "time" => "'00:00'::time",
        "timestamptz" => "'1970-01-01T00:00:00Z'::timestamptz",
        "interval" => "'0'::interval",
        "bytea" => "''::bytea",
        "json" or "jsonb" => $"'null'::{type}",
        "bit" => $"0::{type}",
        "sparsevec" => $"'{{}}/{Size(type)}'::{type}",
        _ => $"(array_fill(0, ARRAY[{Size(type)}])::{type})",
    };

    private static string Name(string type) => type.Split('(')[0];

    private static string Size(string type) => type.Split('(', ')')[1];
}
