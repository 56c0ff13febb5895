using Pod.Generator.Analysis.Indexes.Vectors;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Makes the indexes of the field options <c>unique</c> and <c>indexed</c>. On a relation they mean the column of its key.</summary>
internal sealed class FieldIndexes(IReadOnlyDictionary<string, ObjectDraft> models, IndexNames names, DiagnosticBag diagnostics)
{
    private const string Per = "per";

    private readonly OptionReader _options = new(diagnostics);

    public void Add(ObjectDraft model)
    {
        foreach (var field in model.Fields.Where(static field => field.Syntax is not null).ToList())
        {
            if (field.Syntax!.Find(Keywords.Unique) is { } unique && _options.Flag(unique) && FindOwn(model, field, unique) is { } key)
            {
                CheckType(key, unique, "btree");
                Add(model, unique, [.. ReadPer(model, field, unique), key.Name], "unique_idx", "btree", isUnique: true);
            }

            if (field.Syntax.Find(Keywords.Indexed) is { } indexed && _options.Flag(indexed))
            {
                AddPlain(model, field, indexed);
            }
        }
    }

    private void AddPlain(ObjectDraft model, FieldDraft field, OptionSyntax option)
    {
        // A list that nobody named on the other side has its key in a hidden column there.
        if (field.Relation is { Kind: RelationKind.ToMany } relation && models[relation.Target].Find(relation.KeyField) is { IsHiddenKey: true })
        {
            Add(models[relation.Target], option, [relation.KeyField], "idx", "btree", isUnique: false);
        }
        else if (FindOwn(model, field, option) is { } key)
        {
            var type = IndexTypes.DefaultFor([key], isUnique: false);
            CheckType(key, option, type);
            Add(model, option, [key.Name], "idx", type, isUnique: false);
        }
    }

    // Gives the field whose column is meant, or null when there is none here.
    private FieldDraft? FindOwn(ObjectDraft model, FieldDraft field, OptionSyntax option)
    {
        switch (field.Relation)
        {
            case { OwnsKey: true } own:
                return model.Find(own.KeyField);
            case not null:
                diagnostics.Add(FieldDiagnostics.ExcludingOptions(option.Span, Keywords.Relation, option.Name));
                return null;
            default:
                return field.IsStored ? field : null;
        }
    }

    private void CheckType(FieldDraft field, OptionSyntax option, string type)
    {
        if (!IndexTypes.Accepts(type, field))
        {
            diagnostics.Add(IndexTypes.Refuse(option.Span, type, field));
        }
    }

    private IEnumerable<string> ReadPer(ObjectDraft model, FieldDraft field, OptionSyntax unique)
    {
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

    private void Add(ObjectDraft model, OptionSyntax option, List<string> covered, string ending, string type, bool isUnique)
    {
        var columns = covered.Select(name => model.Find(name)!.ColumnName);
        var name = AutomaticIndexName.Make($"{model.Table}__{string.Join("__", columns)}__{ending}");
        names.Claim(name, model, option.Span);
        var index = new IndexDefinition(name, type, covered.ToValueList(), isUnique);
        model.Indexes.Add(VectorIndex.Is(type) ? VectorIndex.WithDefaults(index, model.Find(covered[0])!.Type) : index);
    }
}
