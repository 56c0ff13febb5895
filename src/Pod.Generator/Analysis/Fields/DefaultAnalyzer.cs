using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Reads <c>default</c>, <c>defaultModel</c> and <c>defaultPersist</c> of plain fields.</summary>
internal sealed class DefaultAnalyzer(IReadOnlyDictionary<string, EnumDefinition> enums, DiagnosticBag diagnostics)
{
    public void Analyze(ObjectDraft model, FieldDraft field)
    {
        var both = Read(field, Keywords.Default);
        var modelOnly = Read(field, Keywords.DefaultModel);
        var columnOnly = Read(field, Keywords.DefaultPersist);
        CheckSerial(field, both, Keywords.Default);
        CheckSerial(field, modelOnly, Keywords.DefaultModel);
        if (columnOnly is { Kind: DefaultKind.Serial } && !field.Type.IsNullable)
        {
            diagnostics.Add(FieldDiagnostics.Serial(SpanOf(field, Keywords.DefaultPersist), field.Name));
        }
        else if (columnOnly is not null && both is null && modelOnly is null && !field.Type.IsNullable)
        {
            diagnostics.Add(FieldDiagnostics.DefaultPersistNeedsNull(SpanOf(field, Keywords.DefaultPersist), field.Name));
        }

        // Objects exist before their first insert, and rows before their table got the token.
        field.ModelDefault = modelOnly ?? both ?? (field.IsConcurrencyToken ? new DefaultValue(DefaultKind.Literal, "0") : null);
        field.DeclaredColumnDefault = columnOnly ?? both ?? (field.IsConcurrencyToken ? new DefaultValue(DefaultKind.Literal, "1") : null);
        field.ColumnDefault = model.Table is null ? null : field.DeclaredColumnDefault;
    }

    /// <summary>Reads one default option of a field.</summary>
    /// <returns>The default, or null when absent or after a diagnostic.</returns>
    public DefaultValue? Read(FieldDraft field, string keyword)
    {
        if (field.Syntax?.Find(keyword) is not { } option)
        {
            return null;
        }

        if (field.Type.IsStructured || field.Type.IsVector || field.Type.Kind == TypeKind.Bytes)
        {
            diagnostics.Add(FieldDiagnostics.NoDefaults(option.Span, keyword, field.Type.ToString()));
            return null;
        }

        var value = option.Value ?? default;
        if (option.Value is null)
        {
            diagnostics.Add(ModelDiagnostics.KeyIsEmpty(option.Span, keyword));
            return null;
        }

        ValueList<EnumValueDefinition> noValues = [];
        var values = (enums.TryGetValue(field.Type.Name, out var definition) ? definition.Values : noValues).Select(static item => item.Name).ToList();
        return DefaultLiteralParser.Parse(value, field.Type, values, diagnostics);
    }

    private void CheckSerial(FieldDraft field, DefaultValue? value, string keyword)
    {
        if (value is { Kind: DefaultKind.Serial })
        {
            diagnostics.Add(FieldDiagnostics.Serial(SpanOf(field, keyword), field.Name));
        }
    }

    private static SourceSpan SpanOf(FieldDraft field, string keyword)
    {
        OptionSyntax option = field.Syntax!.Find(keyword)!;
        return option.Value?.Span ?? option.Span;
    }
}
