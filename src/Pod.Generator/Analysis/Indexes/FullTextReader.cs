using System.Text.RegularExpressions;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;
using Pod.Schema;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Reads what belongs to <c>type: fulltext</c>.</summary>
internal sealed partial class FullTextReader(DiagnosticBag diagnostics)
{
    private const string DefaultLanguage = "simple";

    private readonly OptionReader _options = new(diagnostics);

    public FullTextDefinition Read(string index, YamlMap definition, IReadOnlyList<IndexField> fields)
    {
        foreach (var field in fields.Where(static field => !IndexTypes.Accepts(IndexTypes.FullText, field.Field)))
        {
            diagnostics.Add(IndexDiagnostics.FullText(
                field.Name.Span, index, $"'{field.Field.Name}' of type '{field.Field.Type}' is no string. Remove it from the index."));
        }

        return new FullTextDefinition(ReadLanguage(index, definition), ReadWeights(index, definition, fields.Count));
    }

    private string ReadLanguage(string index, YamlMap definition)
    {
        if (_options.Text(definition, Keywords.Language) is not { } language)
        {
            return DefaultLanguage;
        }

        if (!ConfigurationName().IsMatch(language.Value))
        {
            diagnostics.Add(IndexDiagnostics.FullText(
                language.Span, index, $"'{language.Value}' is no text search configuration. Write 'simple', 'english', or what '\\dF' lists in psql."));
        }

        return language.Value;
    }

    private ValueList<string> ReadWeights(string index, YamlMap definition, int fieldCount)
    {
        if (definition.Find(Keywords.Weights) is not { } entry)
        {
            return [];
        }

        var written = TextList.Of(entry.Value);
        if (written.Count != fieldCount)
        {
            diagnostics.Add(IndexDiagnostics.FullText(
                entry.Value.Span, index, $"it has {fieldCount} fields and {written.Count} weights. Write one of A, B, C, D per field, in the order of the fields."));
        }

        foreach (var weight in written.Where(static weight => WeightOf(weight) is null))
        {
            diagnostics.Add(IndexDiagnostics.FullText(weight.Span, index, $"'{weight.Text}' is no weight. Write one of A, B, C, D per field."));
        }

        return written.Select(WeightOf).OfType<string>().ToValueList();
    }

    private static string? WeightOf(TextSlice text) =>
        Keywords.TextWeights.FirstOrDefault(weight => weight.Equals(text.Text, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?\z")]
    private static partial Regex ConfigurationName();
}
