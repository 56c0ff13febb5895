using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Points at keys that no index helps and at indexes that help nobody.</summary>
internal sealed class IndexHints(IReadOnlyDictionary<string, ObjectDraft> models, IndexNames names, DiagnosticBag diagnostics)
{
    public void Report()
    {
        // What others made is theirs to tune.
        foreach (var model in models.Values.Where(static model => model is { Table: not null, IsManaged: true }))
        {
            ReportKeys(model);
            ReportSuperfluous(model);
        }
    }

    private void ReportKeys(ObjectDraft model)
    {
        foreach (var key in model.Fields.Where(static field => field.ForeignKey is not null))
        {
            if (!model.Indexes.Exists(index => index is { Type: "btree" or "hash", Where: null } && index.Fields[0] == key.Name))
            {
                diagnostics.Add(IndexDiagnostics.KeyWithoutIndex(key.Span, key.Name, key.ForeignKey!.TargetTable, WrittenName(model, key)));
            }
        }
    }

    // Keys that the analysis added take their options from the relation.
    private string WrittenName(ObjectDraft model, FieldDraft key)
    {
        if (key.Syntax is not null)
        {
            return key.Name;
        }

        var candidates = key.IsHiddenKey ? models.Values.SelectMany(static other => other.Fields) : model.Fields;
        return candidates.First(field => field.Relation?.KeyField == key.Name).Name;
    }

    private void ReportSuperfluous(ObjectDraft model)
    {
        var primaryKey = new IndexDefinition(IndexNames.PrimaryKeyOf(model), "btree", ["id"], IsUnique: true);
        foreach (var index in model.Indexes)
        {
            if (model.Indexes.Prepend(primaryKey).FirstOrDefault(other => other != index && Replaces(other, index, model)) is { } better)
            {
                diagnostics.Add(IndexDiagnostics.Superfluous(names.SpanOf(index.Name), index.Name, better.Name));
            }
        }
    }

    private static bool Replaces(IndexDefinition other, IndexDefinition index, ObjectDraft model)
    {
        var isSameKind = (other.Type, other.OperatorClass, other.Where, other.FullText) == (index.Type, index.OperatorClass, index.Where, index.FullText);
        if (!isSameKind || !other.Fields.Take(index.Fields.Count).SequenceEqual(index.Fields))
        {
            return false;
        }

        var isSameLength = other.Fields.Count == index.Fields.Count;
        if (index.IsUnique)
        {
            // A rule is only replaced by one that is at least as strict; of two equal ones the first stays.
            return isSameLength && other.IsUnique && (index.NullsDistinct || !other.NullsDistinct) && (index.NullsDistinct != other.NullsDistinct || IsBefore(other, index, model));
        }

        return !isSameLength || other.IsUnique || IsBefore(other, index, model);
    }

    private static bool IsBefore(IndexDefinition other, IndexDefinition index, ObjectDraft model) => model.Indexes.IndexOf(other) < model.Indexes.IndexOf(index);
}
