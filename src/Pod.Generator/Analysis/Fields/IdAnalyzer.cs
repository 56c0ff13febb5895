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
        Keywords.SerializationDataType,
    ];

    public void Analyze(ObjectDraft model)
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
        if (!id.IsInherited || id.ColumnDefault is null)
        {
            AnalyzeDeclared(id);
        }
    }

    private void AnalyzeDeclared(FieldDraft id)
    {
        foreach (var option in id.Syntax!.Options.Where(static option => RefusedOptions.Contains(option.Name)))
        {
            diagnostics.Add(FieldDiagnostics.IdOption(option.Span, option.Name));
        }

        if (id.Syntax.Find(Keywords.Default) is { } keyword)
        {
            diagnostics.Add(FieldDiagnostics.IdDefaultKeyword(keyword.Span));
        }

        if (!id.Type.IsIdType)
        {
            diagnostics.Add(FieldDiagnostics.IdType(id.TypeSpan, id.Type.ToString()));
            return;
        }

        if (id.Type.IsNullable && !id.Syntax.Name.Source.Path.Contains(".spy", StringComparison.Ordinal))
        {
            diagnostics.Add(FieldDiagnostics.NullableId(id.TypeSpan));
        }

        // On ids the bare word 'int' means 64 bits in both dialects.
        id.Type = id.Syntax.Type!.Name == "int" ? BuiltInTypeReferences.Int64 : id.Type.WithNullable(false);
        var modelDefault = ReadDefault(id, Keywords.DefaultModel);
        var columnDefault = ReadDefault(id, Keywords.DefaultPersist);
        if (id.Type.Kind == TypeKind.Guid)
        {
            if (modelDefault is null && columnDefault is null && id.Syntax.Options.Count == 0)
            {
                diagnostics.Add(FieldDiagnostics.GuidIdDefault(id.TypeSpan));
            }

            id.ModelDefault = modelDefault;
            id.ColumnDefault = columnDefault ?? modelDefault;
        }
        else
        {
            id.ColumnDefault = new DefaultValue(DefaultKind.Serial, "serial");
        }
    }

    private DefaultValue? ReadDefault(FieldDraft id, string keyword)
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
            diagnostics.Add(FieldDiagnostics.IdDefaultValue(id.Syntax!.Find(keyword)!.Value!.Value.Span, value.Text, allowed));
        }

        return value;
    }
}
