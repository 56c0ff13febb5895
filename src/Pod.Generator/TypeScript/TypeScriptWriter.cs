using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pod.Generator.TypeScript;

/// <summary>Text with indentation.</summary>
internal sealed class TypeScriptWriter
{
    public const string Header = "// Made by 'dotnet pod generate typescript' from pod.contract.json. Do not edit.\n\n";

    private readonly StringBuilder _text = new(Header);
    private int _depth;

    public TypeScriptWriter Line(string line = "")
    {
        _text.Append(CultureInfo.InvariantCulture, $"{(line.Length == 0 ? "" : new string(' ', 2 * _depth))}{line}\n");
        return this;
    }

    /// <summary>Writes lines between an opening and a closing one.</summary>
    public TypeScriptWriter Block(string open, Action body, string close = "}")
    {
        Line(open);
        _depth++;
        body();
        _depth--;
        return Line(close);
    }

    /// <summary>Writes a JSDoc comment; nothing when there is nothing to say.</summary>
    public TypeScriptWriter Doc(params IEnumerable<string?> paragraphs)
    {
        var lines = paragraphs.OfType<string>().SelectMany(static text => text.ReplaceLineEndings("\n").Replace("*/", "* /", StringComparison.Ordinal).Split('\n')).ToList();
        switch (lines)
        {
            case []:
                return this;
            case [var only]:
                return Line($"/** {only} */");
            default:
                Line("/**");
                lines.ForEach(line => Line($" * {line}".TrimEnd()));
                return Line(" */");
        }
    }

    /// <summary>Spells a text or any other JSON value.</summary>
    public static string Literal(string text) => $"'{JsonEncodedText.Encode(text).ToString().Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\u0027", "\\'", StringComparison.Ordinal)}'";

    public override string ToString() => _text.ToString();
}
