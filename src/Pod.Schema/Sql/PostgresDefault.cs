namespace Pod.Schema.Sql;

/// <summary>The neutral words and literals of column defaults in SQL.</summary>
internal static class PostgresDefault
{
    public const string Serial = "serial";
    public const string Now = "now";
    public const string Random = "random";
    public const string RandomV7 = "random_v7";

    /// <summary>Whether a default is a word for something that is made anew for each row, and no literal.</summary>
    public static bool IsWord(ColumnSchema column) => column.Default is Serial or Now or Random or RandomV7;

    public static string Of(string table, ColumnSchema column) => (column.Default, column.Type) switch
    {
        (Serial, _) => $"nextval('{PostgresIdentifier.Quote(PostgresColumn.SequenceName(table, column))}')",
        (Now, "date") => "((now() AT TIME ZONE 'UTC')::date)",
        (Now, "time") => "((now() AT TIME ZONE 'UTC')::time)",
        (Now, _) => "now()",
        (Random, "uuid") => "gen_random_uuid()",
        (RandomV7, "uuid") => $"{UuidV7Function.Name}()",
        var (literal, type) => literal!.StartsWith('\'') && type != "text" ? $"{literal}::{type}" : literal!,
    };
}
