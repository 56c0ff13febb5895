using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;
using Pod.Schema;

namespace Pod.Generator.Analysis.Enums;

/// <summary>Turns an enum file into its definition.</summary>
internal sealed class EnumAnalyzer(DiagnosticBag diagnostics)
{
    private static readonly string[] Serializations = ["byName", "byIndex"];

    private readonly OptionReader _options = new(diagnostics);

    public EnumDefinition Analyze(ModelSyntax syntax)
    {
        var properties = new EnumPropertyAnalyzer(diagnostics).Analyze(syntax);
        var values = ReadValues(syntax, new EnumValueReader(properties, diagnostics));
        var serialized = _options.Text(syntax.Keys, Keywords.Serialized) is { } text
            ? _options.Word(TextSlice.Of(text), Keywords.Serialized, Serializations)
            : null;
        return new EnumDefinition(
            syntax.Name.Value,
            syntax.Source.Path,
            syntax.Documentation,
            _options.Flag(syntax.Keys, Keywords.ServerOnly),
            values,
            IsByIndex: serialized == "byIndex",
            ReadDefault(syntax, values))
        {
            Properties = properties.Select(static property => property.Definition).ToValueList(),
        };
    }

    private ValueList<EnumValueDefinition> ReadValues(ModelSyntax syntax, EnumValueReader reader)
    {
        switch (syntax.Keys.Find(Keywords.Values))
        {
            case null:
                diagnostics.Add(ModelDiagnostics.KeyIsMissing(syntax.Name.Span, Keywords.Values, Keywords.Enum));
                return [];
            case { Value: YamlSequence { Items.Count: > 0 } list }:
                return ReadItems(list, reader);
            case { Value: YamlSequence or YamlScalar { IsEmpty: true } } entry:
                diagnostics.Add(ModelDiagnostics.KeyIsEmpty(entry.Key.Span, Keywords.Values));
                return [];
            case var entry:
                diagnostics.Add(ModelDiagnostics.EnumValues(entry.Value.Span, entry.Value is YamlMap ? "a map" : "a text"));
                return [];
        }
    }

    private ValueList<EnumValueDefinition> ReadItems(YamlSequence list, EnumValueReader reader)
    {
        var values = new List<EnumValueDefinition>();
        foreach (var (node, documentation) in list.Items)
        {
            if (reader.Split(node) is not { Name: var item, Settings: var settings })
            {
                continue;
            }

            var member = Naming.Pascal(item.Value);
            if (!Naming.IsIdentifier(item.Value))
            {
                diagnostics.Add(ModelDiagnostics.EnumValueName(item.Span, item.Value));
            }
            else if (values.Find(value => value.MemberName == member) is { } twin)
            {
                diagnostics.Add(ModelDiagnostics.EnumValueTwice(item.Span, item.Value, twin.Name));
            }
            else
            {
                values.Add(new EnumValueDefinition(item.Value, member, documentation) { Properties = reader.Read(item, settings) });
            }
        }

        return values.ToValueList();
    }

    private string? ReadDefault(ModelSyntax syntax, ValueList<EnumValueDefinition> values)
    {
        if (_options.Text(syntax.Keys, Keywords.Default) is not { } text)
        {
            return null;
        }

        if (values.Any(value => value.Name == text.Value))
        {
            return text.Value;
        }

        diagnostics.Add(ModelDiagnostics.EnumDefault(text.Span, text.Value, values.Select(static value => value.Name)));
        return null;
    }
}
