namespace Pod.Database.Migrations.Live;

/// <summary>PostgreSQL's long names of types in the short spelling of definitions.</summary>
internal static class TypeName
{
    private static readonly (string Long, string Short)[] Spellings =
    [
        ("character varying", "varchar"), ("character", "char"), ("timestamp with time zone", "timestamptz"), ("timestamp without time zone", "timestamp"),
        ("time without time zone", "time"), ("time with time zone", "timetz"), ("bit varying", "varbit"),
    ];

    /// <summary>Shortens what <c>format_type</c> says: <c>timestamp(3) without time zone[]</c> is <c>timestamp(3)[]</c>.</summary>
    public static string Shorten(string formatted)
    {
        var dimensions = formatted.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "";
        var name = formatted[..^dimensions.Length];
        var modifier = "";
        if (name.IndexOf('(', StringComparison.Ordinal) is >= 0 and var start && name.IndexOf(')', start) is >= 0 and var end)
        {
            modifier = name[start..(end + 1)].Replace(" ", "", StringComparison.Ordinal);
            name = name[..start] + name[(end + 1)..];
        }

        // Types of extensions outside of the search path come with their schema.
        name = name[(name.LastIndexOf('.') + 1)..];
        var spelling = Array.Find(Spellings, candidate => candidate.Long == name);
        return (spelling.Short ?? name) + modifier + dimensions;
    }
}
