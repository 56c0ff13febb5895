using System.Globalization;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;
using Pod.Schema;

namespace Pod.Generator.Analysis.Indexes.Vectors;

/// <summary>Reads what belongs to <c>type: hnsw</c> and <c>type: ivfflat</c>.</summary>
internal sealed class VectorIndexReader(DiagnosticBag diagnostics)
{
    private readonly OptionReader _options = new(diagnostics);

    /// <summary>Gives an index the operator class and parameters that its definition asks for.</summary>
    public IndexDefinition Read(IndexDefinition index, YamlMap definition, TypeReference field)
    {
        var usual = VectorIndex.WithDefaults(index, field);
        return usual with
        {
            OperatorClass = ReadOperatorClass(index.Type, definition, field) ?? usual.OperatorClass,
            Parameters = ReadParameters(index.Type, definition) ?? usual.Parameters,
        };
    }

    private string? ReadOperatorClass(string type, YamlMap definition, TypeReference field)
    {
        if (_options.Text(definition, Keywords.DistanceFunction) is not { } text)
        {
            return null;
        }

        var known = VectorIndex.DistanceFunctions(type, field);
        if (known.FirstOrDefault(candidate => candidate.Equals(text.Value, StringComparison.OrdinalIgnoreCase)) is { } word)
        {
            return VectorIndex.OperatorClass(field, word);
        }

        diagnostics.Add(IndexDiagnostics.DistanceFunction(text.Span, type, field.WithNullable(false).ToString(), text.Value, known));
        return null;
    }

    private ValueList<IndexParameter>? ReadParameters(string type, YamlMap definition)
    {
        if (definition.Find(Keywords.Parameters) is not { } entry)
        {
            return null;
        }

        var known = VectorIndex.ParametersOf(type);
        if (entry.Value is not YamlMap written)
        {
            diagnostics.Add(IndexDiagnostics.Parameter(
                entry.Value.Span, $"it is no map. Write 'parameters: {{{string.Join(", ", known.Select(static parameter => $"{parameter.Name}: {parameter.Default ?? 100}"))}}}'."));
            return null;
        }

        foreach (var key in written.Entries.Select(static item => item.Key).Where(key => !known.Any(parameter => parameter.Name == key.Value)))
        {
            diagnostics.Add(IndexDiagnostics.Parameter(
                key.Span, $"'{key.Value}' is no parameter of {type} indexes. Known: {string.Join(", ", known.Select(static parameter => parameter.Name))}."));
        }

        var values = known.Select(parameter => parameter.With(ReadValue(parameter, written))).OfType<IndexParameter>().ToValueList();
        CheckGraph(values, written, entry);
        return values;
    }

    private int? ReadValue(VectorParameter parameter, YamlMap written)
    {
        if (written.Find(parameter.Name) is not { } entry)
        {
            return parameter.Default;
        }

        if (entry.Value is YamlScalar scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= parameter.Least && value <= parameter.Most)
        {
            return value;
        }

        diagnostics.Add(IndexDiagnostics.Parameter(
            entry.Value.Span, $"'{parameter.Name}' is a whole number from {parameter.Least} to {parameter.Most}, not '{(entry.Value as YamlScalar)?.Value ?? "…"}'."));
        return parameter.Default;
    }

    // Building a graph with fewer candidates than connections cannot work, and pgvector says so only when the index is made.
    private void CheckGraph(ValueList<IndexParameter> values, YamlMap written, YamlEntry entry)
    {
        if (values.FirstOrDefault(static value => value.Name == VectorIndex.EfConstruction) is { } candidates
            && values.First(static value => value.Name == VectorIndex.M) is var connections
            && candidates.Value < 2 * connections.Value)
        {
            diagnostics.Add(IndexDiagnostics.Parameter(
                (written.Find(VectorIndex.EfConstruction) ?? written.Find(VectorIndex.M) ?? entry).Value.Span,
                $"'{candidates.Name}' is {candidates.Value} and has to be at least twice '{connections.Name}', {2 * connections.Value}."));
        }
    }
}
