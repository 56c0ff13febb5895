using Pod.Generator.Analysis.Indexes.Vectors;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Reads the keys of an index that belong to one type of index only.</summary>
internal sealed class IndexOptions(DiagnosticBag diagnostics)
{
    private static readonly string[] VectorKeys = [Keywords.DistanceFunction, Keywords.Parameters];
    private static readonly string[] FullTextKeys = [Keywords.Language, Keywords.Weights];

    private readonly OptionReader _options = new(diagnostics);

    public bool ReadNullsDistinct(string index, YamlMap definition, bool isUnique)
    {
        if (definition.Find(Keywords.NullsDistinct) is not { } entry)
        {
            return true;
        }

        if (!isUnique)
        {
            diagnostics.Add(IndexDiagnostics.NullsDistinct(entry.Key.Span, index));
        }

        return _options.Flag(definition, Keywords.NullsDistinct);
    }

    /// <summary>Gives PostgreSQL's name of the operator class, or null for the default.</summary>
    public string? ReadOperatorClass(string index, YamlMap definition, string type, FieldDraft first)
    {
        if (_options.Text(definition, Keywords.OperatorClass) is not { } text
            || _options.Word(TextSlice.Of(text), Keywords.OperatorClass, Keywords.OperatorClasses) is not { } word)
        {
            return null;
        }

        if (type != "gin")
        {
            diagnostics.Add(IndexDiagnostics.OperatorClassOutsideGin(definition.Find(Keywords.OperatorClass)!.Key.Span, index, type));
            return null;
        }

        if (word is "arrayOps" or "tsvectorOps")
        {
            // PostgreSQL refuses these on jsonb, and Pod's gin indexes cover nothing else.
            diagnostics.Add(IndexDiagnostics.OperatorClassOfOtherColumns(text.Span, word, first.Name));
        }

        return word == "jsonbPathOps" ? "jsonb_path_ops" : null;
    }

    /// <summary>Refuses keys of other types of index.</summary>
    /// <returns>Whether the index is a full text index.</returns>
    public bool CheckTypeOptions(string index, YamlMap definition, string type)
    {
        if (!VectorIndex.Is(type))
        {
            foreach (var key in VectorKeys.Select(definition.Find).OfType<YamlEntry>().Select(static entry => entry.Key))
            {
                diagnostics.Add(IndexDiagnostics.VectorOption(key.Span, index, type, key.Value));
            }
        }

        if (type == IndexTypes.FullText)
        {
            return true;
        }

        foreach (var key in FullTextKeys.Select(definition.Find).OfType<YamlEntry>().Select(static entry => entry.Key))
        {
            diagnostics.Add(IndexDiagnostics.FullTextOption(key.Span, index, type, key.Value));
        }

        return false;
    }
}
