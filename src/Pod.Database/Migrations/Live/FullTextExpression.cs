using System.Text.RegularExpressions;
using Pod.Schema;

namespace Pod.Database.Migrations.Live;

/// <summary>Recognises a full text index in the expression that it is over.</summary>
internal static partial class FullTextExpression
{
    /// <summary>Gives the index with the columns, language and weights of its expression, or null when it is over something else.</summary>
    public static IndexSchema? Read(IndexSchema index)
    {
        if (index is not { Type: "gin", Columns.Count: 1 } || Pattern().Match(index.Columns[0]) is not { Success: true } match)
        {
            return null;
        }

        var languages = match.Groups["language"].Captures.Select(static capture => capture.Value).Distinct().ToList();
        return languages.Count != 1 ? null : index with
        {
            Type = IndexSchema.FullText,
            Language = languages[0],
            Columns = match.Groups["column"].Captures.Select(static capture => Unquote(capture.Value)).ToValueList(),
            Weights = match.Groups["weight"].Captures.Select(static capture => capture.Value).ToValueList(),
        };
    }

    private static string Unquote(string identifier) =>
        identifier[0] == '"' ? identifier[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : identifier;

    [GeneratedRegex(
        """^\(*(?:(?: \|\| )?(?:setweight\()?to_tsvector\('(?<language>[^']+)'::regconfig, \(*COALESCE\(\(*(?<column>"(?:[^"]|"")+"|\w+)\)*(?:::text)?, ''::(?:text|character varying)\)\)*(?:::text)?\)(?:, '(?<weight>[A-D])'::"char"\))?\)*)+\)*$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
