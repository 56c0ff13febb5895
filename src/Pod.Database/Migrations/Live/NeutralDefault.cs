using System.Text.RegularExpressions;

namespace Pod.Database.Migrations.Live;

/// <summary>The defaults that PostgreSQL spells out, in the neutral words of definitions.</summary>
internal static partial class NeutralDefault
{
    public const string Serial = "serial";

    public static string? Of(string? sql, string type) => sql switch
    {
        null => null,
        "now()" or "CURRENT_TIMESTAMP" when type == "timestamptz" => "now",
        "((now() AT TIME ZONE 'UTC'::text))::date" when type == "date" => "now",
        "((now() AT TIME ZONE 'UTC'::text))::time without time zone" when type == "time" => "now",
        "gen_random_uuid()" => "random",
        "pod_uuid_v7()" or "uuidv7()" => "random_v7",
        _ when sql.StartsWith("nextval(", StringComparison.Ordinal) => Serial,
        _ => Literal(sql, type),
    };

    private static string Literal(string sql, string type)
    {
        if (CastLiteral().Match(sql) is not { Success: true } match)
        {
            return sql;
        }

        var literal = match.Groups["literal"].Value;
        // PostgreSQL quotes negative numbers: '-1'::integer.
        return type is "smallint" or "integer" or "bigint" or "real" or "double precision" || type.StartsWith("numeric", StringComparison.Ordinal)
            ? literal[1..^1]
            : literal;
    }

    [GeneratedRegex(@"^(?<literal>'(?:[^']|'')*')::[a-z ]+(?:\(\d+(?:,\d+)?\))?[a-z ]*$", RegexOptions.CultureInvariant)]
    private static partial Regex CastLiteral();
}
