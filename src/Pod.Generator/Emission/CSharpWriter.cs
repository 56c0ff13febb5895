using System.Text;

namespace Pod.Generator.Emission;

/// <summary>Writes formatted C#: indentation by block, line ends LF, no trailing spaces.</summary>
internal sealed class CSharpWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _indent;
    private bool _needsBlankLine;
    private bool _isAtBlockStart;

    /// <summary>Writes one line; an empty text makes an empty line.</summary>
    public CSharpWriter Line(string text = "")
    {
        if (_needsBlankLine && !_isAtBlockStart)
        {
            _text.Append('\n');
        }

        _needsBlankLine = false;
        _isAtBlockStart = false;

        if (text.Length > 0)
        {
            _text.Append(' ', _indent * IndentSize).Append(text);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a preprocessor line, which stands at the margin.</summary>
    public CSharpWriter Directive(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }

    /// <summary>Writes several lines.</summary>
    public CSharpWriter Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Puts an empty line before whatever comes next in this block; none at its start or end.</summary>
    public CSharpWriter Separate()
    {
        _needsBlankLine = true;
        return this;
    }

    /// <summary>Writes a header line and a braced block below it.</summary>
    public CSharpWriter Block(string header, Action body, string end = "}") => Line(header).Braces(body, end);

    /// <summary>Writes a braced block.</summary>
    public CSharpWriter Braces(Action body, string end = "}")
    {
        Line("{");
        _isAtBlockStart = true;
        _indent++;
        body();
        _indent--;
        _needsBlankLine = false;
        return Line(end);
    }

    /// <summary>Writes lines one level deeper.</summary>
    public CSharpWriter Indented(Action body)
    {
        _indent++;
        body();
        _indent--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
