using System.Text;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Reads <c>'text'</c> or <c>"text"</c> with backslash escapes.</summary>
internal static class QuotedLiteral
{
    /// <summary>Reads a literal.</summary>
    /// <returns>The text, or null and the position of the offending character.</returns>
    public static (string? Text, int ErrorOffset) Parse(string literal)
    {
        if (literal.Length == 0 || literal[0] is not ('\'' or '"'))
        {
            return (null, 0);
        }

        var result = new StringBuilder(literal.Length);
        for (var position = 1; position < literal.Length; position++)
        {
            var character = literal[position];
            if (character == literal[0])
            {
                return position == literal.Length - 1 ? (result.ToString(), 0) : (null, position);
            }

            if (character == '\\' && position + 1 < literal.Length)
            {
                position++;
                character = literal[position] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    var other => other,
                };
            }

            result.Append(character);
        }

        return (null, 0);
    }
}
