namespace Pod.Generator.Parsing;

/// <summary>Splits inline text at separators that stand outside brackets and quotes.</summary>
internal static class TextSplitter
{
    /// <summary>
    /// Splits <c>Map&lt;int, string&gt;, default='a, b', relation(parent=x, optional)</c> into its three parts, each trimmed.
    /// One trailing separator is allowed and gives no empty part.
    /// </summary>
    public static IReadOnlyList<TextSlice> Split(TextSlice text, char separator = ',')
    {
        var parts = new List<TextSlice>();
        var start = 0;
        foreach (var position in Positions(text, separator))
        {
            parts.Add(text.Slice(start, position - start).Trim());
            start = position + 1;
        }

        var last = text.From(start).Trim();
        if (!last.IsEmpty || parts.Count == 0)
        {
            parts.Add(last);
        }

        return parts;
    }

    /// <summary>Finds a character outside brackets and quotes, or -1.</summary>
    public static int IndexOf(TextSlice text, char wanted) => Positions(text, wanted).FirstOrDefault(-1);

    private static IEnumerable<int> Positions(TextSlice text, char wanted)
    {
        var depth = 0;
        var unclosed = new HashSet<char>();
        for (var position = 0; position < text.Length; position++)
        {
            var character = text[position];
            if (depth == 0 && character == wanted)
            {
                yield return position;
                continue;
            }

            switch (character)
            {
                // A quote that never closes ends nothing: the text goes on as if quotes of its kind were letters, and the literal's own check reports it.
                case '\'' or '"' when !unclosed.Contains(character):
                    if (EndOfQuote(text, position) is var end and >= 0)
                    {
                        position = end;
                    }
                    else
                    {
                        unclosed.Add(character);
                    }

                    break;
                case '<' or '(' or '{' or '[':
                    depth++;
                    break;
                case '>' or ')' or '}' or ']':
                    depth = Math.Max(0, depth - 1);
                    break;
            }
        }
    }

    private static int EndOfQuote(TextSlice text, int start)
    {
        for (var position = start + 1; position < text.Length; position++)
        {
            if (text[position] == '\\')
            {
                position++;
            }
            else if (text[position] == text[start])
            {
                return position;
            }
        }

        return -1;
    }
}
