using Pod.Generator.Analysis.Fields;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis;

/// <summary>Turns a class or exception file into a draft with resolved fields.</summary>
internal sealed class ClassAnalyzer(FieldAnalyzer fields, DiagnosticBag diagnostics)
{
    private const int MaxTableName = 56;

    private readonly OptionReader _options = new(diagnostics);
    private readonly JsonDataTypes _dataTypes = new(diagnostics);

    public ObjectDraft Analyze(ModelSyntax syntax)
    {
        var model = new ObjectDraft(syntax, _options.Flag(syntax.Keys, Keywords.ServerOnly))
        {
            RenamedFrom = _options.Text(syntax.Keys, Keywords.RenamedFrom)?.Value,
            Table = _options.Text(syntax.Keys, Keywords.Table) is { } table ? CheckTableName(table) : null,
            IsSealed = _options.Flag(syntax.Keys, Keywords.Sealed),
            IsImmutable = _options.Flag(syntax.Keys, Keywords.Immutable),
            IsManaged = syntax.Keys.Find(Keywords.ManagedMigration) is null || _options.Flag(syntax.Keys, Keywords.ManagedMigration),
        };
        if (model is { IsSealed: true, Table: not null })
        {
            diagnostics.Add(ModelDiagnostics.ExcludingKeys(syntax.Keys.Find(Keywords.Table)!.Key.Span, Keywords.Sealed, Keywords.Table));
        }

        CheckDatabase(model);
        model.Fields.AddRange(syntax.Fields.Select(field => fields.Analyze(model, field)).OfType<FieldDraft>());
        _dataTypes.Read(model);
        return model;
    }

    // Serverpod's client-side databases are not part of Pod; the server is the only place.
    private void CheckDatabase(ObjectDraft model)
    {
        if (_options.Text(model.Syntax.Keys, Keywords.Database) is not { } database)
        {
            return;
        }

        if (model.Table is null)
        {
            diagnostics.Add(ModelDiagnostics.DatabaseWithoutTable(model.Syntax.Keys.Find(Keywords.Database)!.Key.Span, model.Name));
        }
        else
        {
            _options.Word(TextSlice.Of(database), Keywords.Database, Keywords.Databases);
        }
    }

    private string CheckTableName(YamlScalar name)
    {
        if (!Naming.IsLowerSnake(name.Value))
        {
            diagnostics.Add(ModelDiagnostics.TableName(name.Span, name.Value, Naming.Snake(name.Value)));
        }
        else if (name.Value.Length > MaxTableName)
        {
            diagnostics.Add(ModelDiagnostics.TableNameTooLong(name.Span, name.Value));
        }
        else if (name.Value.StartsWith("pod_", StringComparison.Ordinal))
        {
            diagnostics.Add(ModelDiagnostics.FrameworkTableName(name.Span, name.Value));
        }

        return name.Value;
    }
}
