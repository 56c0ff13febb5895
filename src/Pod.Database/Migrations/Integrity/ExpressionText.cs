using System.Text.RegularExpressions;

namespace Pod.Database.Migrations.Integrity;

/// <summary>
/// Compares expressions by their text. Equal texts mean the same; different ones may still, and PostgreSQL has to be asked (<see cref="SpelledTables"/>).
/// </summary>
internal static partial class ExpressionText
{
    public static bool IsSame(string? expected, string? live)
        => expected is null || live is null ? expected is null && live is null : Simplify(expected) == Simplify(live);

    // PostgreSQL quotes only names that need it, and puts the whole into parentheses.
    private static string Simplify(string sql)
    {
        var text = QuotedOrLiteral().Replace(sql, static match => match.Groups["name"] is { Success: true } name ? name.Value : match.Value).Trim();
        while (IsEnclosed(text))
        {
            text = text[1..^1].Trim();
        }

        return text;
    }

    private static bool IsEnclosed(string text)
    {
        if (text is not ['(', .., ')'])
        {
            return false;
        }

        var depth = 0;
        var isQuoted = false;
        for (var i = 0; i < text.Length - 1; i++)
        {
            isQuoted ^= text[i] == '\'';
            depth += isQuoted ? 0 : text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex("""'(?:[^']|'')*'|"(?<name>[a-z_][a-z0-9_]*)"(?!")""", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedOrLiteral();
}
