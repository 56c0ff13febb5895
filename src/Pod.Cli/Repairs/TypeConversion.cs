namespace Pod.Cli.Repairs;

/// <summary>How the values of a column become values of another type.</summary>
internal static class TypeConversion
{
    private static readonly HashSet<string> Numbers = ["smallint", "integer", "bigint", "real", "double precision", "numeric"];
    private static readonly HashSet<string> Parsable = [.. Numbers, "boolean", "uuid", "date", "time", "timestamptz", "interval", "json", "jsonb"];

    /// <summary>Gives the SQL that converts a column, or null when values of the one type say nothing about the other.</summary>
    /// <param name="column">The quoted column.</param>
    /// <param name="from">The type that it has.</param>
    /// <param name="to">The type that it is to have.</param>
    public static string? Of(string column, string from, string to) => (Name(from), Name(to)) switch
    {
        // What Serverpod's columns hold: moments in UTC, and durations in milliseconds.
        ("timestamp", "timestamptz") => $"{column} AT TIME ZONE 'UTC'",
        ("date", "timestamptz") => $"{column}::timestamp AT TIME ZONE 'UTC'",
        ("bigint" or "integer", "interval") => $"{column} * interval '1 millisecond'",
        ("integer", "boolean") or ("boolean", "integer") => $"{column}::{to}",
        ("json", "jsonb") or ("jsonb", "json") => $"{column}::{to}",
        (_, "text") => $"{column}::text",
        ("text" or "varchar" or "char", var name) when Parsable.Contains(name) => $"{column}::{to}",
        var (name, target) when Numbers.Contains(name) && Numbers.Contains(target) => $"{column}::{to}",
        _ => null,
    };

    private static string Name(string type) => type.Split('(')[0];
}
