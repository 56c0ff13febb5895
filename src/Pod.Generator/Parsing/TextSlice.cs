using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Parsing;

/// <summary>A part of a YAML text that remembers where it stands in the file.</summary>
internal readonly record struct TextSlice(YamlScalar Scalar, int Start, int Length)
{
    public static TextSlice Of(YamlScalar scalar) => new(scalar, 0, scalar.Value.Length);

    public string Text => Scalar.Value.Substring(Start, Length);

    public SourceSpan Span => Scalar.At(Start);

    /// <summary>Gets the place behind the last character, where something missing belongs.</summary>
    public SourceSpan End => Scalar.At(Start + Length);

    public bool IsEmpty => Length == 0;

    public char this[int index] => Scalar.Value[Start + index];

    public TextSlice Slice(int start, int length) => new(Scalar, Start + start, length);

    public TextSlice From(int start) => Slice(start, Length - start);

    public TextSlice Trim()
    {
        var span = Scalar.Value.AsSpan(Start, Length);
        var left = span.Length - span.TrimStart().Length;
        return Slice(left, span.Trim().Length);
    }

    public int IndexOf(char character) => Scalar.Value.AsSpan(Start, Length).IndexOf(character);
}
