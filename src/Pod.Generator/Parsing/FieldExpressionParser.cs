using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Parsing;

/// <summary>
/// Reads one field, inline (<c>owner: Person?, relation(name=pets, onDelete=cascade)</c>) or as a map
/// (<c>type: Person?</c> and one key per option).
/// </summary>
internal static class FieldExpressionParser
{
    private const string TypeKey = "type";

    public static FieldSyntax Parse(YamlEntry entry, DiagnosticBag diagnostics) => entry.Value switch
    {
        YamlScalar inline => ParseInline(entry, inline, diagnostics),
        YamlMap map => ParseMap(entry, map, diagnostics),
        _ => NotAField(entry, diagnostics),
    };

    private static FieldSyntax ParseInline(YamlEntry entry, YamlScalar inline, DiagnosticBag diagnostics)
    {
        if (inline.Value.AsSpan().Trim().IsEmpty)
        {
            diagnostics.Add(FieldDiagnostics.TypeMissing(inline.Span, entry.Key.Value));
            return new FieldSyntax(entry.Key, entry.Documentation, null, []);
        }

        var parts = TextSplitter.Split(TextSlice.Of(inline));
        return new FieldSyntax(entry.Key, entry.Documentation, TypeExpressionParser.Parse(parts[0], diagnostics), ParseOptions(parts.Skip(1), diagnostics));
    }

    private static FieldSyntax ParseMap(YamlEntry entry, YamlMap map, DiagnosticBag diagnostics)
    {
        TypeSyntax? type = null;
        if (map.Find(TypeKey) is not { } typeEntry)
        {
            diagnostics.Add(FieldDiagnostics.TypeMissing(map.Span, entry.Key.Value));
        }
        else if (typeEntry.Value is YamlScalar text)
        {
            type = TypeExpressionParser.Parse(TextSlice.Of(text), diagnostics);
        }
        else
        {
            diagnostics.Add(ModelDiagnostics.TextExpected(typeEntry.Value.Span, TypeKey));
        }

        var options = map.Entries.Where(static option => option.Key.Value != TypeKey).Select(option => OptionOf(option, diagnostics));
        return new FieldSyntax(entry.Key, entry.Documentation, type, [.. options]);
    }

    private static FieldSyntax NotAField(YamlEntry entry, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ModelDiagnostics.TextExpected(entry.Value.Span, entry.Key.Value));
        return new FieldSyntax(entry.Key, entry.Documentation, null, []);
    }

    private static OptionSyntax OptionOf(YamlEntry entry, DiagnosticBag diagnostics)
    {
        switch (entry.Value)
        {
            case YamlScalar { IsEmpty: true }:
                return new OptionSyntax(entry.Key.Value, entry.Key.Span, null, false, []);
            case YamlScalar scalar:
                return new OptionSyntax(entry.Key.Value, entry.Key.Span, TextSlice.Of(scalar), false, []);
            case YamlMap map:
                return new OptionSyntax(entry.Key.Value, entry.Key.Span, null, false, [.. map.Entries.Select(nested => OptionOf(nested, diagnostics))]);
            default:
                diagnostics.Add(ModelDiagnostics.TextExpected(entry.Value.Span, entry.Key.Value));
                return new OptionSyntax(entry.Key.Value, entry.Key.Span, null, false, []);
        }
    }

    private static List<OptionSyntax> ParseOptions(IEnumerable<TextSlice> parts, DiagnosticBag diagnostics)
    {
        var options = new List<OptionSyntax>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.IsEmpty)
            {
                diagnostics.Add(FieldDiagnostics.UnknownOption(part.Span, "", []));
                continue;
            }

            var option = ParseOption(part, diagnostics);
            if (!names.Add(option.Name))
            {
                diagnostics.Add(FieldDiagnostics.DuplicateOption(option.Span, option.Name));
                continue;
            }

            options.Add(option);
        }

        return options;
    }

    private static OptionSyntax ParseOption(TextSlice part, DiagnosticBag diagnostics)
    {
        var isNegated = part[0] == '!';
        var text = isNegated ? part.From(1).Trim() : part;
        var equals = TextSplitter.IndexOf(text, '=');
        if (equals >= 0)
        {
            var name = text.Slice(0, equals).Trim();
            if (isNegated)
            {
                diagnostics.Add(FieldDiagnostics.NegatedOptionWithValue(part.Span, name.Text));
            }

            return new OptionSyntax(name.Text, name.Span, text.From(equals + 1).Trim(), isNegated, []);
        }

        var open = text.IndexOf('(');
        if (open < 0 || text[text.Length - 1] != ')')
        {
            return new OptionSyntax(text.Text, part.Span, null, isNegated, []);
        }

        var head = text.Slice(0, open).Trim();
        var inner = text.Slice(open + 1, text.Length - open - 2).Trim();
        return new OptionSyntax(head.Text, head.Span, null, isNegated, inner.IsEmpty ? [] : ParseOptions(TextSplitter.Split(inner), diagnostics));
    }
}
