using Pod.Generator.Analysis.Indexes.Vectors;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;
using Pod.Schema;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Reads one entry of <c>indexes:</c>.</summary>
internal sealed class IndexReader(IndexNames names, DiagnosticBag diagnostics)
{
    private readonly OptionReader _options = new(diagnostics);
    private readonly IndexOptions _indexOptions = new(diagnostics);
    private readonly FullTextReader _fullText = new(diagnostics);
    private readonly VectorIndexReader _vectors = new(diagnostics);

    /// <summary>Reads an index.</summary>
    /// <returns>The index, or null after a diagnostic.</returns>
    public IndexDefinition? Read(IndexScope scope, YamlEntry entry)
    {
        names.Claim(scope, entry.Key);
        if (entry.Value is not YamlMap definition)
        {
            diagnostics.Add(ModelDiagnostics.NotAMap(entry.Value.Span, $"the index '{entry.Key.Value}' has no 'fields:' line"));
            return null;
        }

        foreach (var key in definition.Entries.Select(static item => item.Key).Where(static key => !Keywords.IndexKeys.Contains(key.Value)))
        {
            diagnostics.Add(ModelDiagnostics.UnknownKey(key.Span, key.Value, "index", Keywords.IndexKeys));
        }

        var fields = ReadFields(scope, entry.Key, definition);
        var where = ReadWhere(scope, entry.Key.Value, definition);
        if (fields.Count == 0)
        {
            return null;
        }

        var isUnique = _options.Flag(definition, Keywords.Unique);
        var type = ReadType(entry.Key.Value, definition, fields, isUnique);
        var index = new IndexDefinition(scope.NameOf(entry.Key.Value), type, fields.Select(static field => field.Field.Name).ToValueList(), isUnique)
        {
            NullsDistinct = _indexOptions.ReadNullsDistinct(entry.Key.Value, definition, isUnique),
            OperatorClass = _indexOptions.ReadOperatorClass(entry.Key.Value, definition, type, fields[0].Field),
            Where = where,
            FullText = _indexOptions.CheckTypeOptions(entry.Key.Value, definition, type)
                ? _fullText.Read(entry.Key.Value, definition, fields)
                : null,
        };
        return VectorIndex.Is(type) && fields[0].Field.Type is { IsVector: true } vector ? _vectors.Read(index, definition, vector) : index;
    }

    private List<IndexField> ReadFields(IndexScope scope, YamlScalar index, YamlMap definition)
    {
        var written = TextList.Of(definition.Find(Keywords.Fields)?.Value);
        if (written.Count == 0)
        {
            diagnostics.Add(IndexDiagnostics.NoFields(definition.Find(Keywords.Fields)?.Value.Span ?? index.Span, index.Value));
        }

        var fields = new List<IndexField>();
        foreach (var name in written)
        {
            if (scope.Find(name.Text) is not { } field)
            {
                diagnostics.Add(IndexDiagnostics.UnknownField(name.Span, index.Value, name.Text, scope.FieldNames));
            }
            else if (fields.Exists(other => other.Field == field))
            {
                diagnostics.Add(IndexDiagnostics.FieldTwice(name.Span, index.Value, name.Text));
            }
            else
            {
                fields.Add(new IndexField(name, field));
            }
        }

        return fields;
    }

    private SqlCondition? ReadWhere(IndexScope scope, string index, YamlMap definition) => definition.Find(Keywords.Where) switch
    {
        null => null,
        { Value: YamlScalar text } => new ConditionParser(scope, diagnostics, (span, reason) => IndexDiagnostics.Where(span, index, reason)).Parse(text),
        var entry => NoText(entry),
    };

    private SqlCondition? NoText(YamlEntry entry)
    {
        diagnostics.Add(ModelDiagnostics.TextExpected(entry.Value.Span, entry.Key.Value));
        return null;
    }

    private string ReadType(string index, YamlMap definition, List<IndexField> fields, bool isUnique)
    {
        var usual = IndexTypes.DefaultFor([.. fields.Select(static field => field.Field)], isUnique);
        var text = _options.Text(definition, Keywords.Type);
        var type = text is null ? usual : _options.Word(TextSlice.Of(text), Keywords.Type, Keywords.IndexTypes);
        if (type is null)
        {
            return usual;
        }

        if (isUnique && type != "btree")
        {
            diagnostics.Add(IndexDiagnostics.UniqueType(text!.Span, index, type));
        }
        else if (fields.Count > 1 && fields.Exists(static field => field.Field.Type.IsVector))
        {
            diagnostics.Add(IndexDiagnostics.OneVector(fields[1].Name.Span, index, [.. fields.Select(static field => field.Field.Name)]));
        }
        else if (type != IndexTypes.FullText && fields.Find(field => !IndexTypes.Accepts(type, field.Field)) is { } refused)
        {
            diagnostics.Add(IndexTypes.Refuse(text?.Span ?? refused.Name.Span, type, refused.Field));
        }
        else if (IndexTypes.CoversOneField(type) && fields.Count > 1)
        {
            diagnostics.Add(IndexDiagnostics.OneField(text!.Span, type, [.. fields.Select(static field => field.Field.Name)]));
        }

        return type;
    }
}
