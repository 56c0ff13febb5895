using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;
using Pod.Schema;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Reads <c>indexes:</c> and the field options <c>unique</c> and <c>indexed</c>.</summary>
internal sealed class IndexAnalyzer(DiagnosticBag diagnostics)
{
    private const int MaxNameLength = 63;

    private readonly OptionReader _options = new(diagnostics);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public void Analyze(ObjectDraft model)
    {
        AddFieldIndexes(model);
        switch (model.Syntax.Keys.Find(Keywords.Indexes))
        {
            case null:
                break;
            case { Value: YamlMap { Entries.Count: > 0 } indexes } entry:
                if (model.Table is null)
                {
                    diagnostics.Add(IndexDiagnostics.NoTable(entry.Key.Span, model.Name));
                    break;
                }

                foreach (var index in indexes.Entries)
                {
                    Analyze(model, index);
                }

                break;
            case { Value: YamlScalar { IsEmpty: true } or YamlMap } entry:
                diagnostics.Add(ModelDiagnostics.KeyIsEmpty(entry.Key.Span, Keywords.Indexes));
                break;
            case var entry:
                diagnostics.Add(ModelDiagnostics.NotAMap(entry.Value.Span, $"'{Keywords.Indexes}' holds no index definitions"));
                break;
        }
    }

    private void Analyze(ObjectDraft model, YamlEntry entry)
    {
        CheckName(model, entry.Key);
        if (entry.Value is not YamlMap definition)
        {
            diagnostics.Add(ModelDiagnostics.NotAMap(entry.Value.Span, $"the index '{entry.Key.Value}' has no 'fields:' line"));
            return;
        }

        foreach (var key in definition.Entries.Select(static item => item.Key).Where(static key => !Keywords.IndexKeys.Contains(key.Value)))
        {
            diagnostics.Add(ModelDiagnostics.UnknownKey(key.Span, key.Value, "index", Keywords.IndexKeys));
        }

        var fields = ReadFields(model, entry.Key, definition);
        if (fields.Count == 0)
        {
            return;
        }

        var isUnique = _options.Flag(definition, Keywords.Unique);
        var type = ReadType(entry.Key.Value, definition, fields, isUnique);
        model.Indexes.Add(new IndexDefinition(entry.Key.Value, type, fields.Select(static field => field.Name).ToValueList(), isUnique));
    }

    private void CheckName(ObjectDraft model, YamlScalar name)
    {
        if (!Naming.IsLowerSnake(name.Value))
        {
            diagnostics.Add(IndexDiagnostics.Name(name.Span, name.Value, Naming.Snake(name.Value)));
        }
        else if (name.Value == model.Table)
        {
            diagnostics.Add(IndexDiagnostics.NameIsTable(name.Span, name.Value));
        }
        else if (name.Value.Length > MaxNameLength)
        {
            diagnostics.Add(IndexDiagnostics.NameTooLong(name.Span, name.Value));
        }
        else
        {
            Claim(name.Value, model, name.Span);
        }
    }

    private void Claim(string name, ObjectDraft model, SourceSpan span)
    {
        if (!_owners.TryAdd(name, model.Name))
        {
            diagnostics.Add(IndexDiagnostics.NameTaken(span, name, $"'{_owners[name]}'"));
        }
    }

    private List<FieldDraft> ReadFields(ObjectDraft model, YamlScalar index, YamlMap definition)
    {
        var names = definition.Find(Keywords.Fields)?.Value switch
        {
            YamlScalar { IsEmpty: false } text => TextSplitter.Split(TextSlice.Of(text)),
            YamlSequence list => [.. list.Items.Select(static item => item.Value).OfType<YamlScalar>().Select(TextSlice.Of)],
            _ => [],
        };
        if (names.Count == 0)
        {
            diagnostics.Add(IndexDiagnostics.NoFields(definition.Find(Keywords.Fields)?.Value.Span ?? index.Span, index.Value));
        }

        var fields = new List<FieldDraft>();
        foreach (var name in names)
        {
            if (model.Find(name.Text) is not { IsStored: true } field)
            {
                var known = model.Fields.Where(static candidate => candidate is { IsStored: true, IsHiddenKey: false }).Select(static candidate => candidate.Name);
                diagnostics.Add(IndexDiagnostics.UnknownField(name.Span, index.Value, name.Text, known));
            }
            else if (fields.Contains(field))
            {
                diagnostics.Add(IndexDiagnostics.FieldTwice(name.Span, index.Value, name.Text));
            }
            else
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private string ReadType(string index, YamlMap definition, List<FieldDraft> fields, bool isUnique)
    {
        var areAllJson = fields.TrueForAll(static field => field.Type.IsStructured);
        if (_options.Text(definition, Keywords.Type) is not { } text
            || _options.Word(TextSlice.Of(text), Keywords.Type, Keywords.IndexTypes) is not { } type)
        {
            return areAllJson ? "gin" : "btree";
        }

        if (isUnique && type != "btree")
        {
            diagnostics.Add(IndexDiagnostics.UniqueType(text.Span, index, type));
        }
        else if (type == "gin" && fields.Find(static field => !field.Type.IsStructured) is { } plain)
        {
            diagnostics.Add(IndexDiagnostics.GinFields(text.Span, plain.Name));
        }
        else if (type is "btree" or "hash" && fields.Find(static field => field.Type.IsStructured) is { } json)
        {
            diagnostics.Add(IndexDiagnostics.Type(text.Span, type, json.Name, json.Type.ToString(), ["gin"]));
        }

        return type;
    }

    private void AddFieldIndexes(ObjectDraft model)
    {
        foreach (var field in model.Fields.Where(static field => field is { Syntax: not null, IsStored: true }).ToList())
        {
            if (field.Syntax!.Find(Keywords.Unique) is { } unique && _options.Flag(unique))
            {
                List<string> covered = [.. ReadPer(model, field), field.Name];
                Add(model, field, covered, "unique_idx", isUnique: true);
            }

            if (_options.Flag(field.Syntax.Find(Keywords.Indexed)))
            {
                Add(model, field, [field.Name], "idx", isUnique: false);
            }
        }
    }

    private IEnumerable<string> ReadPer(ObjectDraft model, FieldDraft field)
    {
        const string Per = "per";
        var unique = field.Syntax!.Find(Keywords.Unique)!;
        foreach (var argument in unique.Arguments.Where(static argument => argument.Name != Per))
        {
            diagnostics.Add(FieldDiagnostics.UniquePer(argument.Span, argument.Name, [Per]));
        }

        if (unique.Find(Per)?.Value is not { } value)
        {
            yield break;
        }

        var inner = value is { Length: > 1 } && value[0] == '[' ? value.Slice(1, value.Length - 2) : value;
        foreach (var name in TextSplitter.Split(inner))
        {
            if (name.Text == field.Name || model.Find(name.Text) is not { IsStored: true })
            {
                var known = model.Fields.Where(other => other != field && other.IsStored).Select(static other => other.Name);
                diagnostics.Add(FieldDiagnostics.UniquePer(name.Span, name.Text, known));
            }
            else
            {
                yield return name.Text;
            }
        }
    }

    private void Add(ObjectDraft model, FieldDraft field, List<string> covered, string ending, bool isUnique)
    {
        var columns = covered.Select(name => model.Find(name)!.Column ?? name);
        var name = AutomaticIndexName.Make($"{model.Table}__{string.Join("__", columns)}__{ending}");
        Claim(name, model, field.Span);
        model.Indexes.Add(new IndexDefinition(name, field.Type.IsStructured && !isUnique ? "gin" : "btree", covered.ToValueList(), isUnique));
    }
}
