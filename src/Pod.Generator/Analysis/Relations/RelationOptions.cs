using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Analysis.Relations;

/// <summary>Checks what stands inside <c>relation(…)</c>.</summary>
internal sealed class RelationOptions(DiagnosticBag diagnostics)
{
    private static readonly string[] KeyOptions = [Keywords.OnDelete, Keywords.OnUpdate, Keywords.Deferrable, Keywords.Deferred];

    private readonly OptionReader _options = new(diagnostics);

    /// <summary>Checks the options of one relation field.</summary>
    /// <returns>Whether the relation can be resolved.</returns>
    public bool Check(ObjectDraft model, FieldDraft field)
    {
        var relation = field.RelationOption!;
        if (!model.HasTableBelow)
        {
            diagnostics.Add(RelationDiagnostics.NoTable(relation.Span, model.Name));
            return false;
        }

        foreach (var option in relation.Arguments.Where(static option => !Keywords.RelationOptions.Contains(option.Name)))
        {
            diagnostics.Add(RelationDiagnostics.UnknownOption(option.Span, option.Name, Keywords.RelationOptions));
        }

        foreach (var action in new[] { relation.Find(Keywords.OnDelete), relation.Find(Keywords.OnUpdate) })
        {
            _options.Word(action, Keywords.ReferentialActions);
        }

        if (relation.Find(Keywords.Deferrable) is { } deferrable && relation.Find(Keywords.Deferred) is not null)
        {
            diagnostics.Add(FieldDiagnostics.ExcludingOptions(deferrable.Span, Keywords.Deferrable, Keywords.Deferred));
        }

        return field.Type.IsStructured ? CheckObject(field, relation) : CheckId(field, relation);
    }

    /// <summary>Reports key options on the side that holds no key.</summary>
    public void RefuseKeyOptions(FieldDraft field, FieldDraft keySide)
    {
        foreach (var option in field.RelationOption!.Arguments.Where(static option => KeyOptions.Contains(option.Name)))
        {
            diagnostics.Add(RelationDiagnostics.KeyOption(option.Span, option.Name, $"'{keySide.Name}'"));
        }
    }

    public static ReferentialAction ActionOf(OptionSyntax? option) => option?.Value?.Text.ToUpperInvariant() switch
    {
        "SETNULL" => ReferentialAction.SetNull,
        "SETDEFAULT" => ReferentialAction.SetDefault,
        "RESTRICT" => ReferentialAction.Restrict,
        "CASCADE" => ReferentialAction.Cascade,
        _ => ReferentialAction.NoAction,
    };

    private bool CheckObject(FieldDraft field, OptionSyntax relation)
    {
        if (!field.Type.IsNullable)
        {
            diagnostics.Add(RelationDiagnostics.NotNullable(field.TypeSpan, field.Name));
        }

        if (relation.Find(Keywords.Parent) is { } parent)
        {
            diagnostics.Add(RelationDiagnostics.ParentNotAllowed(parent.Span, field.Name));
        }

        if (field.Type.Kind != TypeKind.Class && relation.Find(Keywords.Field) is { } key)
        {
            diagnostics.Add(RelationDiagnostics.FieldNotAllowed(key.Span, field.Name));
        }

        return true;
    }

    private bool CheckId(FieldDraft field, OptionSyntax relation)
    {
        if (relation.Find(Keywords.Optional) is { } optional)
        {
            diagnostics.Add(RelationDiagnostics.OptionalOnId(optional.Span, field.Name));
        }

        if (relation.Find(Keywords.Field) is { } key)
        {
            diagnostics.Add(RelationDiagnostics.FieldNotAllowed(key.Span, field.Name));
        }

        return true;
    }
}
