using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Parsing;

/// <summary>Reads one model file: YAML text in, <see cref="ModelSyntax"/> out.</summary>
internal static class ModelFileParser
{
    /// <summary>Reads one file.</summary>
    /// <returns>The model, or null when not even its kind and name can be read (after a diagnostic).</returns>
    public static ModelSyntax? Parse(SourceFile source, DiagnosticBag diagnostics)
    {
        if (YamlDocumentReader.Read(source, diagnostics) is not { } root)
        {
            return null;
        }

        if (root is not YamlMap map)
        {
            diagnostics.Add(root is YamlScalar { IsEmpty: true }
                ? ModelDiagnostics.EmptyFile(root.Span)
                : ModelDiagnostics.NotAMap(root.Span, "the file holds a " + (root is YamlSequence ? "list" : "text")));
            return null;
        }

        return FindKind(map, diagnostics) is { } kind ? ParseModel(source, map, kind, diagnostics) : null;
    }

    private static ModelKind? FindKind(YamlMap map, DiagnosticBag diagnostics)
    {
        var kinds = map.Entries.Where(static entry => Keywords.DocumentKinds.Contains(entry.Key.Value)).ToList();
        switch (kinds)
        {
            case []:
                diagnostics.Add(ModelDiagnostics.NoKind(map.Span, map.Entries.Select(static entry => entry.Key.Value)));
                return null;
            case [var only]:
                return (ModelKind)Array.IndexOf(Keywords.DocumentKinds, only.Key.Value);
            default:
                diagnostics.Add(ModelDiagnostics.SeveralKinds(kinds[1].Key.Span, kinds.Select(static entry => entry.Key.Value)));
                return null;
        }
    }

    private static ModelSyntax? ParseModel(SourceFile source, YamlMap map, ModelKind kind, DiagnosticBag diagnostics)
    {
        var keyword = Keywords.DocumentKinds[(int)kind];
        var declaration = map.Find(keyword)!;
        if (declaration.Value is not YamlScalar name)
        {
            diagnostics.Add(ModelDiagnostics.TextExpected(declaration.Value.Span, keyword));
            return null;
        }

        if (name.IsEmpty)
        {
            diagnostics.Add(ModelDiagnostics.KeyIsEmpty(name.Span, keyword));
            return null;
        }

        CheckKeys(map, kind, diagnostics);
        return new ModelSyntax(source, kind, name, declaration.Documentation, map, ParseFields(map, kind, diagnostics));
    }

    private static void CheckKeys(YamlMap map, ModelKind kind, DiagnosticBag diagnostics)
    {
        var known = kind switch
        {
            ModelKind.Class => Keywords.ClassKeys,
            ModelKind.Exception => Keywords.ExceptionKeys,
            _ => Keywords.EnumKeys,
        };
        foreach (var key in map.Entries.Select(static entry => entry.Key).Where(key => !known.Contains(key.Value)))
        {
            diagnostics.Add(ModelDiagnostics.UnknownKey(key.Span, key.Value, Keywords.DocumentKinds[(int)kind], known));
        }
    }

    private static IReadOnlyList<FieldSyntax> ParseFields(YamlMap map, ModelKind kind, DiagnosticBag diagnostics)
    {
        if (kind == ModelKind.Enum || map.Find(Keywords.Fields) is not { } entry)
        {
            return [];
        }

        switch (entry.Value)
        {
            case YamlMap { Entries.Count: > 0 } fields:
                return [.. fields.Entries.Select(field => FieldExpressionParser.Parse(field, diagnostics))];
            case YamlMap or YamlScalar { IsEmpty: true }:
                diagnostics.Add(ModelDiagnostics.KeyIsEmpty(entry.Key.Span, Keywords.Fields));
                return [];
            default:
                diagnostics.Add(ModelDiagnostics.NotAMap(entry.Value.Span, $"'{Keywords.Fields}' holds no 'name: type' lines"));
                return [];
        }
    }
}
