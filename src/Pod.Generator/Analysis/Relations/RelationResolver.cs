using Pod.Generator.Analysis.Inheritance;
using Pod.Generator.Analysis.Modules;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis.Relations;

/// <summary>Connects relation fields with their other ends and adds the key fields that nobody wrote.</summary>
internal sealed class RelationResolver(IReadOnlyDictionary<string, ObjectDraft> models, ModuleModels modules, TableNames tables, DiagnosticBag diagnostics)
{
    private readonly RelationOptions _options = new(diagnostics);
    private readonly RelationKeys _keys = new(diagnostics);

    private List<(ObjectDraft Model, FieldDraft Field)> _fields = [];

    /// <summary>Resolves the relations that hold a key and adds keys that nobody wrote, so that children inherit both.</summary>
    public void ResolveKeys()
    {
        // Keys first: a list side looks for the key of its partner.
        var fields = models.Values.SelectMany(static model => model.Fields.ToList().Select(field => (Model: model, Field: field)))
            .Where(static pair => pair.Field is { RelationOption: not null, IsInherited: false, IsId: false })
            .Where(pair => _options.Check(pair.Model, pair.Field))
            .ToList();
        _fields = fields;
        foreach (var (model, field) in fields.Where(static pair => !pair.Field.Type.IsStructured))
        {
            ResolveKeyField(model, field);
        }

        var objects = fields.Where(pair => pair.Field.Type.Kind == TypeKind.Class).Where(pair => HasTable(pair.Field, pair.Field.Type)).ToList();
        foreach (var (model, field) in objects)
        {
            ResolveObject(model, field);
        }

        foreach (var (_, field) in fields.Where(static pair => pair.Field.Type.IsStructured && pair.Field.Type.Kind is not (TypeKind.Class or TypeKind.List)))
        {
            diagnostics.Add(RelationDiagnostics.TargetHasNoTable(field.TypeSpan, field.Name, field.Type.ToString()));
        }
    }

    /// <summary>
    /// Resolves list relations, for each class with a table that declares or inherits one: the keys stand in other tables, one for each such class.
    /// </summary>
    public void ResolveLists()
    {
        foreach (var (declarer, written) in _fields.Where(static pair => pair.Field.Type.Kind == TypeKind.List))
        {
            if (!HasTable(written, written.Type.Arguments[0]) || IsForeignList(declarer, written))
            {
                continue;
            }

            foreach (var model in models.Values.Where(model => model.Table is not null && Ancestry.Of(model, models).Contains(declarer)))
            {
                ResolveList(model, model.Find(written.Name)!);
            }
        }
    }

    // The key of a list stands in the other table, which its module owns.
    private bool IsForeignList(ObjectDraft declarer, FieldDraft field)
    {
        if (field.Type.Arguments[0].Module is not { } module || modules.OwnerOf(declarer.Name) == module)
        {
            return false;
        }

        diagnostics.Add(RelationDiagnostics.ListOfModule(field.TypeSpan, field.Name, module.Nickname));
        return true;
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
            if (field.RelationName is { } name && Partners(model, field, target, name).Count != 1)
            {
                ReportPartners(model, field, target, name);
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

        var partners = Partners(model, field, target, name);
        if (model.Table is null && partners is [_, ..] && partners.TrueForAll(static partner => partner.Type.Kind == TypeKind.List))
        {
            // Each child with a table may have a list at the other end.
            Own(model, field, target, partner: null);
        }
        else if (partners is not [var partner])
        {
            ReportPartners(model, field, target, name);
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

        var partners = Partners(model, field, target, name);
        if (partners is not [var partner])
        {
            ReportPartners(model, field, target, name);
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

    private void ReportPartners(ObjectDraft model, FieldDraft field, ObjectDraft target, string name) =>
        diagnostics.Add(RelationDiagnostics.Partner(
            field.Span, name, target.Name, [.. Partners(model, field, target, name).Select(static partner => partner.Name)]));

    private List<FieldDraft> Partners(ObjectDraft model, FieldDraft field, ObjectDraft target, string name) =>
        target.Fields.FindAll(candidate => candidate != field && candidate.RelationName == name && PointsAt(candidate, model));

    // The relation of a parent without a table may have its other end at each of the children.
    private bool PointsAt(FieldDraft candidate, ObjectDraft model)
    {
        var end = candidate.Type.Kind switch
        {
            TypeKind.Class => models.GetValueOrDefault(candidate.Type.Name),
            TypeKind.List => models.GetValueOrDefault(candidate.Type.Arguments[0].Name),
            _ => candidate.RelationOption?.Find(Keywords.Parent)?.Value is { } table ? tables.Find(table.Text) : null,
        };
        return end is not null && Ancestry.Of(end, models).Contains(model);
    }

    private static bool HoldsKey(FieldDraft field) =>
        !field.Type.IsStructured || field.RelationOption?.Find(Keywords.Field) is not null;
}
