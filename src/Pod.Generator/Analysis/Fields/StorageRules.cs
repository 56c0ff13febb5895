using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Checks the options that are about a field's column. Runs when parents and relations are known: a child may have the table.</summary>
internal sealed class StorageRules(DiagnosticBag diagnostics)
{
    private readonly OptionReader _options = new(diagnostics);

    public void Check(ObjectDraft model)
    {
        if (model.Syntax.Kind != ModelKind.Class)
        {
            return;
        }

        var isFirstToken = !model.Fields.Exists(static field => field is { IsInherited: true, IsConcurrencyToken: true });
        foreach (var field in model.Fields.Where(static field => field is { IsInherited: false, Syntax: not null, IsId: false }))
        {
            CheckPersist(model, field);
            CheckColumn(model, field);
            CheckRename(model, field);
            CheckToken(model, field, isFirstToken);
            isFirstToken &= !field.IsConcurrencyToken;
        }
    }

    private void CheckPersist(ObjectDraft model, FieldDraft field)
    {
        if (field.Syntax!.Find(Keywords.Persist) is not { } option || field.RelationOption is not null)
        {
            return;
        }

        if (!model.HasTableBelow)
        {
            diagnostics.Add(FieldDiagnostics.PersistWithoutTable(option.Span, field.Name));
        }
        else if (_options.Boolean(option) == true)
        {
            diagnostics.Add(FieldDiagnostics.PersistSaysNothing(option.Span, field.Name));
        }
    }

    private void CheckColumn(ObjectDraft model, FieldDraft field)
    {
        // '!persist' with 'column' is a pair that excludes each other and is reported as such.
        var isExcluded = field.Syntax!.Find(Keywords.Persist) is not null;
        if (field.Column is not null && !isExcluded && (!field.WantsColumn || !model.HasTableBelow))
        {
            diagnostics.Add(FieldDiagnostics.ColumnNotAllowed(field.Span, field.Name));
        }
    }

    private void CheckRename(ObjectDraft model, FieldDraft field)
    {
        if (field.Syntax!.Find(Keywords.RenamedFrom) is not { } option)
        {
            return;
        }

        var reason = field.RenamedFrom switch
        {
            null => "it has no value",
            _ when !(field.WantsColumn || HasAddedKey(field)) || !model.HasTableBelow => "the field has no column",
            var name when name == field.Name => "that is its name",
            var name when model.Find(name) is not null => $"there is a field '{name}'",
            _ => null,
        };
        if (reason is not null)
        {
            diagnostics.Add(FieldDiagnostics.RenamedFrom(option.Value?.Span ?? option.Span, field.Name, reason));
        }
    }

    // The column is named after the relation, so it follows when the relation gets another name.
    private static bool HasAddedKey(FieldDraft field) =>
        field.RelationOption is { } relation && relation.Find(Keywords.Field) is null
        && (field.Type.Kind == TypeKind.List ? field.RelationName is null : field.Relation is { OwnsKey: true });

    private void CheckToken(ObjectDraft model, FieldDraft field, bool isFirst)
    {
        if (!field.IsConcurrencyToken)
        {
            return;
        }

        var reason = field switch
        {
            _ when !model.HasTableBelow => "the class has no table",
            { WantsColumn: false } => "the field has no column",
            { Type.Kind: not (TypeKind.Int32 or TypeKind.Int64) } => $"its type is '{field.Type}'",
            { Type.IsNullable: true } => "its type is nullable",
            _ when !isFirst => "the class has a token already",
            _ => null,
        };
        if (reason is not null)
        {
            diagnostics.Add(FieldDiagnostics.ConcurrencyToken(field.Syntax!.Find(Keywords.ConcurrencyToken)!.Span, field.Name, reason));
        }
    }
}
