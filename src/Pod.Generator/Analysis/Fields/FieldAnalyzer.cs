using Pod.Generator.Analysis.Names;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Turns written fields into drafts: type, visibility, storage, names. Relations and indexes follow later.</summary>
internal sealed class FieldAnalyzer(ModelNames names, TypeResolver types, DefaultAnalyzer defaults, DiagnosticBag diagnostics)
{
    private static readonly string[] Scopes = ["all", "serverOnly", "none"];
    private static readonly string[] ExcludedByRelation =
        [Keywords.Default, Keywords.DefaultModel, Keywords.DefaultPersist, Keywords.Persist, Keywords.SerializationDataType];

    private static readonly string[] ExcludedByNotStored = [Keywords.DefaultPersist, Keywords.Column, Keywords.Unique, Keywords.Indexed, Keywords.RenamedFrom, Keywords.ConcurrencyToken];

    private readonly OptionReader _options = new(diagnostics);

    /// <summary>Reads one field.</summary>
    /// <returns>The draft, or null when its type is not known (after a diagnostic).</returns>
    public FieldDraft? Analyze(ObjectDraft model, FieldSyntax syntax)
    {
        if (model.Syntax.Kind == ModelKind.Class)
        {
            syntax = OldFieldFlags.Modernise(syntax, diagnostics);
        }

        CheckOptions(model, syntax);
        if (syntax.Type is null || types.Resolve(syntax.Type, syntax.Name.Value, model.Syntax.IsServerpodDialect) is not { } type)
        {
            return null;
        }

        var field = new FieldDraft
        {
            Name = syntax.Name.Value,
            Type = type,
            Span = syntax.Name.Span,
            Syntax = syntax,
            Scope = ReadScope(model, syntax),
            IsRequired = ReadRequired(syntax, type),
            IsConcurrencyToken = _options.Flag(syntax.Find(Keywords.ConcurrencyToken)),
            RenamedFrom = syntax.Find(Keywords.RenamedFrom)?.Value is { IsEmpty: false } old ? old.Text : null,
            Column = ReadColumn(syntax),
            JsonKey = ReadJsonKey(syntax),
        };
        ReadStorage(model, field);
        CheckVisibility(model, field);
        if (!field.IsId)
        {
            defaults.Analyze(model, field);
        }

        return field;
    }

    private void CheckOptions(ObjectDraft model, FieldSyntax syntax)
    {
        var known = model.Syntax.Kind == ModelKind.Class ? Keywords.ClassFieldOptions : Keywords.ExceptionFieldOptions;
        foreach (var option in syntax.Options.Where(option => !known.Contains(option.Name)))
        {
            diagnostics.Add((model.Syntax.Kind, option.Name) switch
            {
                (ModelKind.Class, Keywords.Parent) => FieldDiagnostics.OldParent(option.Span),
                (ModelKind.Exception, var name) when Keywords.ClassFieldOptions.Contains(name) => ModelDiagnostics.NotOnExceptions(option.Span, name, known),
                _ => FieldDiagnostics.UnknownOption(option.Span, option.Name, known),
            });
        }

        // The order in which a model prints its fields; C# has no such order, so the value is only checked.
        _options.Flag(syntax.Find(Keywords.Tail));

        if (syntax.Find(Keywords.Relation) is not null)
        {
            CheckExcluding(syntax, Keywords.Relation, ExcludedByRelation);
        }

        if (syntax.Find(Keywords.Persist) is { } persist && _options.Boolean(persist) == false)
        {
            CheckExcluding(syntax, "!" + Keywords.Persist, ExcludedByNotStored);
        }
    }

    private void CheckExcluding(FieldSyntax syntax, string first, string[] excluded)
    {
        foreach (var option in syntax.Options.Where(option => excluded.Contains(option.Name)))
        {
            diagnostics.Add(FieldDiagnostics.ExcludingOptions(option.Span, first, option.Name));
        }
    }

    private FieldScope ReadScope(ObjectDraft model, FieldSyntax syntax)
    {
        var option = syntax.Find(Keywords.Scope);
        var word = _options.Word(option, Scopes);
        if (model.IsServerOnly && word is "all")
        {
            diagnostics.Add(FieldDiagnostics.ScopeAllOnServerOnly(option!.Span, syntax.Name.Value));
        }
        else if (model.IsServerOnly && word is "serverOnly")
        {
            diagnostics.Add(FieldDiagnostics.ScopeSaysNothing(option!.Span, syntax.Name.Value));
        }

        return word switch
        {
            "serverOnly" => FieldScope.ServerOnly,
            "none" => FieldScope.None,
            _ => FieldScope.All,
        };
    }

    private bool ReadRequired(FieldSyntax syntax, TypeReference type)
    {
        var option = syntax.Find(Keywords.Required);
        var isRequired = _options.Flag(option);
        if (isRequired && !type.IsNullable)
        {
            diagnostics.Add(FieldDiagnostics.RequiredNotNullable(option!.Span, syntax.Name.Value));
        }

        return isRequired;
    }

    private string? ReadColumn(FieldSyntax syntax)
    {
        if (syntax.Find(Keywords.Column) is not { } option)
        {
            return null;
        }

        if (option.Value is { IsEmpty: false, Length: <= 61 } value)
        {
            return value.Text;
        }

        diagnostics.Add(FieldDiagnostics.ColumnNameTooLong(option.Value?.Span ?? option.Span, option.Value?.Text ?? ""));
        return null;
    }

    private string? ReadJsonKey(FieldSyntax syntax)
    {
        if (syntax.Find(Keywords.JsonKey) is not { } option)
        {
            return null;
        }

        var text = option.Value?.Text.Trim('\'', '"');
        if (string.IsNullOrEmpty(text))
        {
            diagnostics.Add(FieldDiagnostics.JsonKey(option.Span, syntax.Name.Value));
            return null;
        }

        return text;
    }

    private void ReadStorage(ObjectDraft model, FieldDraft field)
    {
        var persist = field.Syntax!.Find(Keywords.Persist);

        // Object and list relations are filled by queries; the relation resolver adds their key columns.
        var isRelationObject = field.RelationOption is not null && field.Type.IsStructured;
        field.WantsColumn = !isRelationObject && (persist is null || _options.Flag(persist));
        field.IsStored = model.Table is not null && field.WantsColumn;
        if (field.IsStored && field.Type.SelfAndArguments().FirstOrDefault(static type => type.Kind == TypeKind.Exception) is { } exception)
        {
            diagnostics.Add(FieldDiagnostics.StoredException(field.TypeSpan, field.Name, exception.Name));
        }
    }

    private void CheckVisibility(ObjectDraft model, FieldDraft field)
    {
        if (field.Scope != FieldScope.All && !field.Type.IsNullable && !(model.IsServerOnly && field.Scope == FieldScope.ServerOnly))
        {
            diagnostics.Add(FieldDiagnostics.ScopeNeedsNull(field.TypeSpan, field.Name, Scopes[(int)field.Scope]));
        }

        if (model.IsServerOnly || field.Scope != FieldScope.All)
        {
            return;
        }

        var hidden = field.Type.SelfAndArguments().FirstOrDefault(type => names.Find(type.Name) is { IsServerOnly: true });
        if (hidden is not null)
        {
            diagnostics.Add(FieldDiagnostics.ServerOnlyType(field.TypeSpan, field.Name, hidden.Name));
        }
    }
}
