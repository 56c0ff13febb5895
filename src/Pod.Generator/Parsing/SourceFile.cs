namespace Pod.Generator.Parsing;

/// <summary>A text file that the generator reads.</summary>
/// <param name="Path">The path as diagnostics print it, with forward slashes.</param>
/// <param name="Text">The whole text.</param>
public sealed record SourceFile(string Path, string Text)
{
    private string[]? _lines;

    /// <summary>Gets the lines of the text without their line ends.</summary>
    public IReadOnlyList<string> Lines => _lines ??= Text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Makes a span in this file.</summary>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="column">The column, counted from 1.</param>
    public SourceSpan At(int line, int column) => new(Path, line, column);
}
