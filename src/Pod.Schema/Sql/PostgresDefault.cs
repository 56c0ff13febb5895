namespace Pod.Schema.Sql;

/// <summary>The neutral words and literals of column defaults in SQL.</summary>
internal static class PostgresDefault
{
    public const string Serial = "serial";
    public const string Random = "random";
    public const string RandomV7 = "random_v7";

    public static string Of(string table, ColumnSchema column) => (column.Default, column.Type) switch
    {
        (Serial, _) => $"nextval('{PostgresIdentifier.Quote(PostgresColumn.SequenceName(table, column))}')",
        ("now", "date") => "((now() AT TIME ZONE 'UTC')::date)",
        ("now", "time") => "((now() AT TIME ZONE 'UTC')::time)",
        ("now", _) => "now()",
        (Random, "uuid") => "gen_random_uuid()",
        (RandomV7, "uuid") => $"{UuidV7Function.Name}()",
        var (literal, type) => literal!.StartsWith('\'') && type != "text" ? $"{literal}::{type}" : literal!,
    };
}
