using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis.Relations;

/// <summary>Connects relation fields with their other ends and adds the key fields that nobody wrote.</summary>
internal sealed class RelationResolver(IReadOnlyDictionary<string, ObjectDraft> models, TableNames tables, DiagnosticBag diagnostics)
{
    private readonly RelationOptions _options = new(diagnostics);
    private readonly RelationKeys _keys = new(diagnostics);

    public void Resolve()
    {
        // Keys first: a list side looks for the key of its partner.
        var fields = models.Values.SelectMany(static model => model.Fields.ToList().Select(field => (Model: model, Field: field)))
            .Where(static pair => pair.Field is { RelationOption: not null, IsInherited: false } && pair.Field.Name != "id")
            .Where(pair => _options.Check(pair.Model, pair.Field))
            .ToList();
        foreach (var (model, field) in fields.Where(static pair => !pair.Field.Type.IsStructured))
        {
            ResolveKeyField(model, field);
        }

        var objects = fields.Where(pair => pair.Field.Type.Kind == TypeKind.Class).Where(pair => HasTable(pair.Field, pair.Field.Type)).ToList();
        foreach (var (model, field) in objects)
        {
            ResolveObject(model, field);
        }

        foreach (var (model, field) in fields.Where(static pair => pair.Field.Type.Kind == TypeKind.List))
        {
            if (HasTable(field, field.Type.Arguments[0]))
            {
                ResolveList(model, field);
            }
        }

        foreach (var (_, field) in fields.Where(static pair => pair.Field.Type.IsStructured && pair.Field.Type.Kind is not (TypeKind.Class or TypeKind.List)))
        {
            diagnostics.Add(RelationDiagnostics.TargetHasNoTable(field.TypeSpan, field.Name, field.Type.ToString()));
        }
    }

    private bool HasTable(FieldDraft field, TypeReference target)
    {
        if (models.TryGetValue(target.Name, out var draft) && draft.Table is not null)
        {
            return true;
        }

        diagnostics.Add(RelationDiagnostics.TargetHasNoTable(field.TypeSpan, field.Name, target.Name));
        return false;
    }

    private void ResolveKeyField(ObjectDraft model, FieldDraft field)
    {
        var option = field.RelationOption!;
        if (option.Find(Keywords.Parent) is not { Value: { } parent })
        {
            diagnostics.Add(RelationDiagnostics.ParentMissing(option.Span, field.Name));
        }
        else if (tables.Find(parent.Text) is not { } target)
        {
            diagnostics.Add(RelationDiagnostics.ParentUnknown(parent.Span, parent.Text, tables.All));
        }
        else
        {
            _keys.Attach(field, field, target);
            if (field.RelationName is { } name && Partners(target, name, field).Count != 1)
            {
                ReportPartners(field, name, target);
            }
        }
    }

    private void ResolveObject(ObjectDraft model, FieldDraft field)
    {
        var target = models[field.Type.Name];
        if (field.RelationName is not { } name)
        {
            Own(model, field, target, partner: null);
            return;
        }

        var partners = Partners(target, name, field);
        if (partners is not [var partner])
        {
            ReportPartners(field, name, target);
        }
        else if (HoldsKey(field) && HoldsKey(partner))
        {
            diagnostics.Add(RelationDiagnostics.BothKeys(field.Span, field.Name, partner.Name));
        }
        else if (HoldsKey(field) || partner.Type.Kind == TypeKind.List)
        {
            Own(model, field, target, partner);
        }
        else if (HoldsKey(partner))
        {
            _options.RefuseKeyOptions(field, partner);
            field.Relation = new RelationDefinition(RelationKind.ToOne, target.Name, RelationKeys.NameOf(partner), OwnsKey: false);
        }
        else
        {
            diagnostics.Add(RelationDiagnostics.NoKeySide(field.Span, field.Name, partner.Name));
        }
    }

    private void Own(ObjectDraft model, FieldDraft field, ObjectDraft target, FieldDraft? partner)
    {
        if (_keys.AddOrFind(model, field, target) is not { } key)
        {
            return;
        }

        field.Relation = new RelationDefinition(RelationKind.ToOne, target.Name, key.Name, OwnsKey: true);
        if (partner is not null && partner.Type.Kind == TypeKind.Class && !UniqueKeys.IsUnique(model, field, key))
        {
            diagnostics.Add(RelationDiagnostics.UniqueKey(field.Span, field.Name, key.Name, model.Table!));
        }
    }

    private void ResolveList(ObjectDraft model, FieldDraft field)
    {
        var target = models[field.Type.Arguments[0].Name];
        if (field.RelationName is not { } name)
        {
            var hidden = _keys.AddHidden(model, field, target);
            field.Relation = new RelationDefinition(RelationKind.ToMany, target.Name, hidden.Name, OwnsKey: false);
            return;
        }

        var partners = Partners(target, name, field);
        if (partners is not [var partner])
        {
            ReportPartners(field, name, target);
        }
        else if (partner.Type.Kind == TypeKind.List)
        {
            // Reported once for the pair.
            if (field.Span.IsBefore(partner.Span))
            {
                diagnostics.Add(RelationDiagnostics.TwoLists(field.Span, field.Name, partner.Name));
            }
        }
        else
        {
            _options.RefuseKeyOptions(field, partner);
            field.Relation = new RelationDefinition(RelationKind.ToMany, target.Name, RelationKeys.NameOf(partner), OwnsKey: false);
        }
    }

    private void ReportPartners(FieldDraft field, string name, ObjectDraft target) =>
        diagnostics.Add(RelationDiagnostics.Partner(field.Span, name, target.Name, [.. Partners(target, name, field).Select(static partner => partner.Name)]));

    private static List<FieldDraft> Partners(ObjectDraft target, string name, FieldDraft self) =>
        target.Fields.FindAll(candidate => candidate != self && candidate.RelationName == name);

    private static bool HoldsKey(FieldDraft field) =>
        !field.Type.IsStructured || field.RelationOption?.Find(Keywords.Field) is not null;
}
