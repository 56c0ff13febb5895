using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Analysis.Relations;

/// <summary>Finds or adds the fields that hold the keys of relations.</summary>
internal sealed class RelationKeys(DiagnosticBag diagnostics)
{
    /// <summary>Gives the key of an object relation: the field that <c>field=</c> names, or an added <c>&lt;name&gt;Id</c>.</summary>
    /// <returns>The key field, or null after a diagnostic.</returns>
    public FieldDraft? AddOrFind(ObjectDraft model, FieldDraft field, ObjectDraft target)
    {
        var isOptional = IsOptional(field);
        if (model.Find(NameOf(field)) is { } declared && IsDeclaredKey(field, declared))
        {
            if (isOptional && !declared.Type.IsNullable)
            {
                diagnostics.Add(RelationDiagnostics.OptionalKey(field.RelationOption!.Find(Keywords.Optional)!.Span, declared.Name));
            }

            return Attach(declared, field, target) ? declared : null;
        }

        var key = new FieldDraft
        {
            Name = NameOf(field),
            Type = target.Id.Type.WithNullable(isOptional),
            Span = field.Span,
            RenamedFrom = field.RenamedFrom is { } old && field.RelationOption!.Find(Keywords.Field) is null ? old + "Id" : null,
            Scope = field.Scope,
            IsStored = model.Table is not null,
        };
        if (field.Scope != FieldScope.All && !isOptional && !(model.IsServerOnly && field.Scope == FieldScope.ServerOnly))
        {
            diagnostics.Add(RelationDiagnostics.Hidden(field.Span, field.Name));
        }

        model.Fields.Insert(model.Fields.IndexOf(field), key);
        Attach(key, field, target);
        return key;
    }

    /// <summary>Adds the column that holds the key of a list relation nobody named on the other side.</summary>
    public FieldDraft AddHidden(ObjectDraft parent, FieldDraft list, ObjectDraft child)
    {
        var name = HiddenName(parent.Table!, list.Name);
        var formerName = HiddenName(parent.RenamedFrom ?? parent.Table!, list.RenamedFrom ?? list.Name);
        var key = new FieldDraft
        {
            Name = name,
            MemberName = Naming.Pascal(name),
            RenamedFrom = formerName == name ? null : formerName,
            Type = parent.Id.Type.WithNullable(true),
            Span = list.Span,
            IsStored = true,
            IsHiddenKey = true,
        };
        child.Fields.Add(key);
        Attach(key, list, parent);
        return key;
    }

    /// <summary>Makes a field the foreign key to a table, with the actions that the relation asks for.</summary>
    public bool Attach(FieldDraft key, FieldDraft relation, ObjectDraft target)
    {
        if (key.ForeignKey is not null || !key.WantsColumn)
        {
            var reason = key.WantsColumn ? "it serves another relation already" : "it is not stored";
            diagnostics.Add(RelationDiagnostics.KeyField(relation.Span, key.Name, reason));
            return false;
        }

        // On foreign keys the bare word 'int' means 64 bits in both dialects.
        if (key.Syntax?.Type?.Name == "int")
        {
            key.Type = BuiltInTypeReferences.Int64.WithNullable(key.Type.IsNullable);
        }

        if (key.Type.Kind != target.Id.Type.Kind)
        {
            diagnostics.Add(RelationDiagnostics.KeyType(key.TypeSpan, key.Name, key.Type.WithNullable(false).ToString(), target.Name, target.Id.Type.ToString()));
            return false;
        }

        var option = relation.RelationOption!;
        key.ForeignKey = new ForeignKeyDefinition(
            key.Name,
            target.Table!,
            RelationOptions.ActionOf(option.Find(Keywords.OnUpdate)),
            RelationOptions.ActionOf(option.Find(Keywords.OnDelete)),
            option.Find(Keywords.Deferred) is not null ? ConstraintTiming.InitiallyDeferred
                : option.Find(Keywords.Deferrable) is not null ? ConstraintTiming.InitiallyImmediate
                : ConstraintTiming.NotDeferrable);
        CheckAction(key, option.Find(Keywords.OnUpdate), key.ForeignKey.OnUpdate);
        CheckAction(key, option.Find(Keywords.OnDelete), key.ForeignKey.OnDelete);
        return true;
    }

    private void CheckAction(FieldDraft key, OptionSyntax? option, ReferentialAction action)
    {
        var lack = action switch
        {
            ReferentialAction.SetNull when !key.Type.IsNullable => "is not nullable",
            ReferentialAction.SetDefault when key.DeclaredColumnDefault is null => "has no default",
            _ => null,
        };
        if (lack is not null)
        {
            diagnostics.Add(RelationDiagnostics.Action(option!.Value!.Value.Span, key.Name, option.Value.Value.Text, lack));
        }
    }

    /// <summary>Gives the name of the field that holds the key on the side of a relation field.</summary>
    public static string NameOf(FieldDraft field) =>
        field.Type.IsStructured ? field.RelationOption?.Find(Keywords.Field)?.Value?.Text ?? field.Name + "Id" : field.Name;

    private static string HiddenName(string table, string list) =>
        ShortName.Make($"_{Naming.Camel(table)}{Naming.Pascal(list)}{Naming.Pascal(table)}Id");

    // Without 'field=' a declared '<name>Id' is a field of its own that would clash: POD1113 reports it.
    private static bool IsDeclaredKey(FieldDraft field, FieldDraft candidate) =>
        candidate.Syntax is not null && field.RelationOption?.Find(Keywords.Field) is not null;

    private static bool IsOptional(FieldDraft field) => field.RelationOption!.Find(Keywords.Optional) is { IsNegated: false };
}
