namespace Pod.Generator.Parsing.Yaml;

/// <summary>A YAML text.</summary>
/// <param name="Span">The first character in the file, a quote included.</param>
/// <param name="Value">The text after YAML's own unquoting and folding.</param>
/// <param name="IsQuoted">Whether the text stands in quotes.</param>
/// <param name="Source">The file.</param>
internal sealed record YamlScalar(SourceSpan Span, string Value, bool IsQuoted, SourceFile Source) : YamlNode(Span)
{
    /// <summary>Gets whether the file gives nothing here (<c>key:</c>).</summary>
    public bool IsEmpty => !IsQuoted && Value.Length == 0;

    /// <summary>Finds the place of a part of the text.</summary>
    /// <param name="offset">The position in <see cref="Value"/>, counted from 0.</param>
    public SourceSpan At(int offset)
    {
        var (line, column) = (Span.Line, Span.Column + (IsQuoted ? 1 : 0));
        for (var position = 0; position < Math.Min(offset, Value.Length); position++)
        {
            column++;

            // A plain text that goes on in the next line was folded: line end and indentation became one space.
            if (!IsQuoted && Value[position] == ' ' && EndsBefore(line, column) && line < Source.Lines.Count)
            {
                line++;
                column = 1 + (Source.Lines[line - 1].Length - Source.Lines[line - 1].TrimStart().Length);
            }
        }

        return Source.At(line, column);
    }

    private bool EndsBefore(int line, int column) =>
        line - 1 < Source.Lines.Count && Source.Lines[line - 1].AsSpan().TrimEnd().Length < column - 1;
}
