using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Gives every table class its primary key, declared or not.</summary>
internal sealed class IdAnalyzer(DefaultAnalyzer defaults, DiagnosticBag diagnostics)
{
    private const string Id = "id";

    private static readonly string[] RefusedOptions =
    [
        Keywords.Scope, Keywords.Persist, Keywords.Column, Keywords.Relation, Keywords.Unique, Keywords.Indexed, Keywords.JsonKey, Keywords.Required, Keywords.Tail,
        Keywords.SerializationDataType, Keywords.ConcurrencyToken,
    ];

    /// <summary>Checks the id of a class, or adds one if it has a table.</summary>
    /// <param name="model">The class.</param>
    /// <param name="declarer">The ancestor that declares the id, or null.</param>
    public void Analyze(ObjectDraft model, ObjectDraft? declarer)
    {
        if (model.Table is null)
        {
            return;
        }

        if (model.Find(Id) is not { } id)
        {
            model.Fields.Insert(0, new FieldDraft
            {
                Name = Id,
                Type = BuiltInTypeReferences.Int64,
                Span = model.Syntax.Name.Span,
                IsStored = true,
                ColumnDefault = new DefaultValue(DefaultKind.Serial, "serial"),
            });
            return;
        }

        model.Fields.Remove(id);
        model.Fields.Insert(0, id);

        // A parent with a table has checked its id; one that a parent without a table declares is checked on each child that has the table.
        if (declarer is null)
        {
            AnalyzeDeclared(id, diagnostics);
        }
        else if (id.ColumnDefault is null)
        {
            AnalyzeInherited(model, declarer, id);
        }
    }

    private void AnalyzeInherited(ObjectDraft model, ObjectDraft declarer, FieldDraft id)
    {
        var findings = new DiagnosticBag();
        AnalyzeDeclared(id, findings);
        if (findings.ToSortedList().FirstOrDefault(static finding => finding.Severity == DiagnosticSeverity.Error) is { } error)
        {
            diagnostics.Add(InheritanceDiagnostics.InheritedId(model.Syntax.Keys.Find(Keywords.Table)!.Value.Span, model.Name, declarer.Name, error.Message));
        }
    }

    private void AnalyzeDeclared(FieldDraft id, DiagnosticBag findings)
    {
        foreach (var option in id.Syntax!.Options.Where(static option => RefusedOptions.Contains(option.Name)))
        {
            findings.Add(FieldDiagnostics.IdOption(option.Span, option.Name));
        }

        if (id.Syntax.Find(Keywords.Default) is { } keyword)
        {
            findings.Add(FieldDiagnostics.IdDefaultKeyword(keyword.Span));
        }

        if (!id.Type.IsIdType)
        {
            findings.Add(FieldDiagnostics.IdType(id.TypeSpan, id.Type.ToString()));
            return;
        }

        if (id.Type.IsNullable && !ModelFileName.IsServerpodDialect(id.Syntax.Name.Source.Path))
        {
            findings.Add(FieldDiagnostics.NullableId(id.TypeSpan));
        }

        // On ids the bare word 'int' means 64 bits in both dialects.
        id.Type = id.Syntax.Type!.Name == "int" ? BuiltInTypeReferences.Int64 : id.Type.WithNullable(false);
        var modelDefault = ReadDefault(id, Keywords.DefaultModel, findings);
        var columnDefault = ReadDefault(id, Keywords.DefaultPersist, findings);
        if (id.Type.Kind == TypeKind.Guid)
        {
            if (modelDefault is null && columnDefault is null && id.Syntax.Options.Count == 0)
            {
                findings.Add(FieldDiagnostics.GuidIdDefault(id.TypeSpan));
            }

            id.ModelDefault = modelDefault;
            id.ColumnDefault = columnDefault ?? modelDefault;
        }
        else
        {
            id.ColumnDefault = new DefaultValue(DefaultKind.Serial, "serial");
        }
    }

    private DefaultValue? ReadDefault(FieldDraft id, string keyword, DiagnosticBag findings)
    {
        if (defaults.Read(id, keyword) is not { } value)
        {
            return null;
        }

        var isGenerated = id.Type.Kind == TypeKind.Guid
            ? value.Kind is DefaultKind.Random or DefaultKind.RandomV7
            : value.Kind == DefaultKind.Serial && keyword == Keywords.DefaultPersist;
        if (!isGenerated)
        {
            var allowed = id.Type.Kind == TypeKind.Guid ? new[] { "random", "random_v7" } : ["defaultPersist=serial"];
            findings.Add(FieldDiagnostics.IdDefaultValue(id.Syntax!.Find(keyword)!.Value!.Value.Span, value.Text, allowed));
        }

        return value;
    }
}
