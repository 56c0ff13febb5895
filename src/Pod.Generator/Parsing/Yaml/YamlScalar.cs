namespace Pod.Generator.Parsing.Yaml;

/// <summary>A YAML text.</summary>
/// <param name="Span">The first character in the file, a quote included.</param>
/// <param name="Value">The text after YAML's own unquoting and folding.</param>
/// <param name="IsQuoted">Whether the text stands in quotes.</param>
/// <param name="Source">The file.</param>
internal sealed record YamlScalar(SourceSpan Span, string Value, bool IsQuoted, SourceFile Source) : YamlNode(Span)
{
    private (List<int> Offsets, List<(int Line, int Column)> Places)? _lines;

    /// <summary>Gets whether the file gives nothing here (<c>key:</c>).</summary>
    public bool IsEmpty => !IsQuoted && Value.Length == 0;

    /// <summary>Finds the place of a part of the text.</summary>
    /// <param name="offset">The position in <see cref="Value"/>, counted from 0.</param>
    public SourceSpan At(int offset)
    {
        var lines = _lines ??= FindLines();
        var wanted = Math.Min(offset, Value.Length);
        var found = lines.Offsets.BinarySearch(wanted);
        var index = found >= 0 ? found : ~found - 1;
        var (line, column) = lines.Places[index];
        return Source.At(line, column + wanted - lines.Offsets[index]);
    }

    // The offsets at which a line of the file starts, and what stands there.
    private (List<int> Offsets, List<(int Line, int Column)> Places) FindLines()
    {
        var (line, column) = (Span.Line, Span.Column + (IsQuoted ? 1 : 0));
        var (offsets, places) = (new List<int> { 0 }, new List<(int Line, int Column)> { (line, column) });
        for (var position = 0; !IsQuoted && position < Value.Length; position++)
        {
            column++;

            // A plain text that goes on in the next line was folded: line end and indentation became one space.
            if (Value[position] == ' ' && EndsBefore(line, column) && line < Source.Lines.Count)
            {
                line++;
                column = 1 + (Source.Lines[line - 1].Length - Source.Lines[line - 1].AsSpan().TrimStart().Length);
                offsets.Add(position + 1);
                places.Add((line, column));
            }
        }

        return (offsets, places);
    }

    private bool EndsBefore(int line, int column) =>
        line - 1 < Source.Lines.Count && Source.Lines[line - 1].AsSpan().TrimEnd().Length < column - 1;
}
