namespace Pod.Generator.Parsing;

/// <summary>A text file that the generator reads.</summary>
/// <param name="Path">The path as diagnostics print it, with forward slashes.</param>
/// <param name="Text">The whole text.</param>
public sealed record SourceFile(string Path, string Text)
{
    private string[]? _lines;

    /// <summary>Gets the lines of the text without their line ends.</summary>
    public IReadOnlyList<string> Lines => _lines ??= Text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Makes a span in this file; a place outside it becomes the nearest one inside or just behind it.</summary>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="column">The column, counted from 1.</param>
    public SourceSpan At(int line, int column)
    {
        var nearest = Math.Clamp(line, 1, Lines.Count);
        return new(Path, nearest, Math.Clamp(column, 1, Lines[nearest - 1].Length + 1));
    }

    /// <summary>Tells whether another file has the same path and text.</summary>
    /// <param name="other">The other file.</param>
    public bool Equals(SourceFile? other) => other is not null && Path == other.Path && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Text.Length);
}
