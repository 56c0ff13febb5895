namespace Pod.Generator.Parsing;

/// <summary>A place in a source file.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
public readonly record struct SourceSpan(string Path, int Line, int Column)
{
    /// <summary>Tells whether this place comes first in the order of path, line and column.</summary>
    /// <param name="other">The place to compare with.</param>
    public bool IsBefore(SourceSpan other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath < 0 : (Line, Column).CompareTo((other.Line, other.Column)) < 0;
    }

    /// <summary>Prints the form that MSBuild and editors parse: <c>path(line,column)</c>.</summary>
    public override string ToString() => $"{Path}({Line},{Column})";
}
