namespace Pod.Generator.Parsing.Yaml;

/// <summary>Reads <c>###</c> comments, which YAML itself throws away.</summary>
internal static class DocumentationComments
{
    private const string Mark = "###";

    /// <summary>Finds the block of <c>###</c> lines directly above a line.</summary>
    /// <param name="source">The file.</param>
    /// <param name="line">The line of the documented key, counted from 1.</param>
    /// <param name="column">The column of the key; only comments at that column belong to it.</param>
    /// <returns>The text, one line per comment line; null when there is none.</returns>
    public static string? Above(SourceFile source, int line, int column)
    {
        var first = line - 1;
        while (first > 0 && IsComment(source.Lines[first - 1], column))
        {
            first--;
        }

        return first == line - 1
            ? null
            : string.Join('\n', source.Lines.Skip(first).Take(line - 1 - first).Select(static text => text.TrimStart()[Mark.Length..].Trim()));
    }

    private static bool IsComment(string text, int column)
    {
        var indentation = text.Length - text.AsSpan().TrimStart(' ').Length;
        return indentation == column - 1 && text.AsSpan(indentation).StartsWith(Mark);
    }
}
