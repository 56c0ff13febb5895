using System.Text.RegularExpressions;
using Pod.Generator.Parsing;

namespace Pod.Generator.Tests.Support;

/// <summary>
/// Source files in one text, with the expected diagnostics marked where they belong:
/// <code>
/// === models/todo.pod.yaml
/// class: Todo
/// fields:
///   name: ⟦POD1102⟧strng
/// </code>
/// Without a <c>===</c> line the text is the file <c>model.pod.yaml</c>.
/// </summary>
public sealed partial record MarkedSources(IReadOnlyList<SourceFile> Files, IReadOnlyList<(string Id, SourceSpan Span)> Expected)
{
    public static MarkedSources Parse(string text)
    {
        var files = new List<SourceFile>();
        var expected = new List<(string, SourceSpan)>();
        var parts = FileLine().Split("\n" + text.ReplaceLineEndings("\n"));
        if (parts[0].Trim('\n').Length > 0)
        {
            files.Add(Unmark("model.pod.yaml", parts[0].TrimStart('\n'), expected));
        }

        for (var part = 1; part < parts.Length; part += 2)
        {
            files.Add(Unmark(parts[part], parts[part + 1], expected));
        }

        return new MarkedSources(files, expected);
    }

    /// <summary>Gives a text without its marks.</summary>
    public static string Unmarked(string text) => Mark().Replace(text, "");

    private static SourceFile Unmark(string path, string text, List<(string, SourceSpan)> expected)
    {
        var lines = text.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            while (Mark().Match(lines[line]) is { Success: true } mark)
            {
                expected.Add((mark.Groups[1].Value, new SourceSpan(path, line + 1, mark.Index + 1)));
                lines[line] = lines[line].Remove(mark.Index, mark.Length);
            }
        }

        return new SourceFile(path, string.Join('\n', lines));
    }

    [GeneratedRegex(@"^=== (\S+)\n", RegexOptions.Multiline)]
    private static partial Regex FileLine();

    [GeneratedRegex("⟦(POD[0-9]{4})⟧")]
    private static partial Regex Mark();
}
