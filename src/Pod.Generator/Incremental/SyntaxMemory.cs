using Pod.Generator.Diagnostics;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Incremental;

/// <summary>Parses model files, each only when its text is new.</summary>
internal sealed class SyntaxMemory
{
    private Dictionary<string, ParsedFile> _files = [];

    /// <summary>Parses the files and forgets all others.</summary>
    public List<ModelSyntax> Parse(IReadOnlyList<SourceFile> files, DiagnosticBag diagnostics)
    {
        var parsed = new Dictionary<string, ParsedFile>(files.Count, StringComparer.Ordinal);
        var models = new List<ModelSyntax>(files.Count);
        foreach (var file in files)
        {
            var result = _files.TryGetValue(file.Path, out var known) && known.Text == file.Text ? known : Parse(file);
            parsed[file.Path] = result;
            diagnostics.AddRange(result.Diagnostics);
            if (result.Syntax is not null)
            {
                models.Add(result.Syntax);
            }
        }

        _files = parsed;
        return models;
    }

    private static ParsedFile Parse(SourceFile file)
    {
        var diagnostics = new DiagnosticBag();
        var syntax = ModelFileParser.Parse(file, diagnostics);
        return new ParsedFile(file.Text, syntax, diagnostics.ToSortedList());
    }

    private sealed record ParsedFile(string Text, ModelSyntax? Syntax, IReadOnlyList<Diagnostic> Diagnostics);
}
