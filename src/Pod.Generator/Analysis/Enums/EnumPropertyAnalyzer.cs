using Pod.Generator.Analysis.Fields;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis.Enums;

/// <summary>Reads <c>properties:</c> of an enum: <c>name: Type[?][, default=literal]</c>.</summary>
internal sealed class EnumPropertyAnalyzer(DiagnosticBag diagnostics)
{
    // Stands for a default that was reported already, so that the values are not reported for lacking one.
    private static readonly DefaultValue Unreadable = new(DefaultKind.Literal, "");

    private static readonly TypeKind[] Types = [TypeKind.Int32, TypeKind.Int64, TypeKind.Double, TypeKind.Boolean, TypeKind.String];

    // Members that every enum value has already; an extension property of that name could not be reached.
    private static readonly string[] Reserved = ["CompareTo", "Equals", "GetHashCode", "GetType", "GetTypeCode", "HasFlag", "ToString"];

    public IReadOnlyList<EnumPropertyDraft> Analyze(ModelSyntax syntax)
    {
        switch (syntax.Keys.Find(Keywords.Properties))
        {
            case null:
                return [];
            case { Value: YamlMap { Entries.Count: > 0 } map }:
                return ReadAll(map, syntax.IsServerpodDialect);
            case { Value: YamlMap or YamlScalar { IsEmpty: true } } entry:
                diagnostics.Add(ModelDiagnostics.KeyIsEmpty(entry.Key.Span, Keywords.Properties));
                return [];
            case var entry:
                diagnostics.Add(EnumPropertyDiagnostics.NotAMap(entry.Value.Span));
                return [];
        }
    }

    private List<EnumPropertyDraft> ReadAll(YamlMap map, bool isServerpodDialect)
    {
        var properties = new List<EnumPropertyDraft>();
        foreach (var entry in map.Entries)
        {
            var member = Naming.Pascal(entry.Key.Value);
            if (!Naming.IsIdentifier(entry.Key.Value) || entry.Key.Value != Naming.Camel(entry.Key.Value) || Reserved.Contains(member)
                || properties.Exists(property => property.Definition.MemberName == member))
            {
                diagnostics.Add(EnumPropertyDiagnostics.Name(entry.Key.Span, entry.Key.Value));
            }
            else if (entry.Value is not YamlScalar text)
            {
                diagnostics.Add(EnumPropertyDiagnostics.NotAMap(entry.Value.Span));
            }
            else if (Read(entry, text, isServerpodDialect) is { } property)
            {
                properties.Add(property);
            }
        }

        return properties;
    }

    private EnumPropertyDraft? Read(YamlEntry entry, YamlScalar text, bool isServerpodDialect)
    {
        var parts = TextSplitter.Split(TextSlice.Of(text));
        if (TypeExpressionParser.Parse(parts[0], diagnostics) is not { } written)
        {
            return null;
        }

        if (written.Arguments.Count > 0 || BuiltInTypes.Find(written.Name, isServerpodDialect) is not { } kind || !Types.Contains(kind))
        {
            diagnostics.Add(EnumPropertyDiagnostics.Type(written.Span, entry.Key.Value, written.ToString()));
            return null;
        }

        var type = new TypeReference(kind, BuiltInTypes.WordOf(kind), [], written.IsNullable);
        DefaultValue? value = null;
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=');
            if (equals < 0 || part.Slice(0, equals).Trim().Text != Keywords.Default)
            {
                diagnostics.Add(EnumPropertyDiagnostics.Modifier(part.Span, entry.Key.Value, part.Text));
                value = Unreadable;
                continue;
            }

            value = DefaultLiteralParser.Parse(part.From(equals + 1).Trim(), type, [], diagnostics) ?? Unreadable;
        }

        return new EnumPropertyDraft(new EnumPropertyDefinition(entry.Key.Value, Naming.Pascal(entry.Key.Value), type, entry.Documentation), value);
    }
}
