namespace Pod.Generator.Migrations;

/// <summary>Tells which changes of a column's type keep every value.</summary>
internal static class TypeChange
{
    private static readonly HashSet<(string From, string To)> Widening =
    [
        ("smallint", "integer"), ("smallint", "bigint"), ("integer", "bigint"),
        ("smallint", "numeric"), ("integer", "numeric"), ("bigint", "numeric"),
        ("real", "double precision"), ("uuid", "text"),
        ("json", "jsonb"), ("jsonb", "json"),
    ];

    public static bool IsWidening(string from, string to) => Widening.Contains((from, to));
}
