using Pod.Generator.Analysis.Inheritance;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Gives tables the indexes and checks that their classes, table-less ancestors and field options ask for.</summary>
internal sealed class IndexAnalyzer(IReadOnlyDictionary<string, ObjectDraft> models, DiagnosticBag diagnostics)
{
    private static readonly string[] Keys = [Keywords.Indexes, Keywords.Checks];

    private readonly IndexNames _names = new(diagnostics);

    public void Analyze()
    {
        var tables = models.Values.Where(static model => model.Table is not null).ToList();
        foreach (var model in tables)
        {
            _names.Reserve(model);
        }

        // Names that options make are reserved; written ones give way.
        var options = new FieldIndexes(models, _names, diagnostics);
        foreach (var model in tables)
        {
            options.Add(model);
        }

        foreach (var model in tables)
        {
            AddWritten(model);
        }

        foreach (var model in models.Values.Except(tables.SelectMany(DeclarersOf)))
        {
            RefuseWithoutTable(model);
        }

        // What a broken model lacks is not worth a hint.
        if (!diagnostics.HasErrors)
        {
            new IndexHints(models, _names, diagnostics).Report();
        }
    }

    // Ancestors come first: what a class adds has to fit what it inherits. An ancestor with a table keeps its indexes.
    private IEnumerable<ObjectDraft> DeclarersOf(ObjectDraft model) =>
        Ancestry.Of(model, models).Where(declarer => declarer == model || declarer.Table is null).Reverse();

    private void AddWritten(ObjectDraft model)
    {
        var indexes = new IndexReader(_names, diagnostics);
        var checks = new CheckReader(diagnostics);
        foreach (var scope in DeclarersOf(model).Select(declarer => new IndexScope(model, declarer)))
        {
            foreach (var entry in EntriesOf(scope.Declarer, Keywords.Indexes, "index definitions"))
            {
                if (indexes.Read(scope, entry) is { } index)
                {
                    model.Indexes.Add(index);
                }
            }

            foreach (var entry in EntriesOf(scope.Declarer, Keywords.Checks, "'name: condition' lines"))
            {
                if (checks.Read(scope, entry) is { } check)
                {
                    model.Checks.Add(check);
                }
            }
        }
    }

    private IReadOnlyList<YamlEntry> EntriesOf(ObjectDraft model, string key, string expected)
    {
        switch (model.Syntax.Keys.Find(key))
        {
            case null:
                return [];
            case { Value: YamlMap { Entries: [_, ..] entries } }:
                return entries;
            case { Value: YamlScalar { IsEmpty: true } or YamlMap } entry:
                diagnostics.Add(ModelDiagnostics.KeyIsEmpty(entry.Key.Span, key));
                return [];
            case var entry:
                diagnostics.Add(ModelDiagnostics.NotAMap(entry.Value.Span, $"'{key}' holds no {expected}"));
                return [];
        }
    }

    private void RefuseWithoutTable(ObjectDraft model)
    {
        foreach (var key in Keys.Select(model.Syntax.Keys.Find).OfType<YamlEntry>())
        {
            diagnostics.Add(IndexDiagnostics.NoTable(key.Key.Span, model.Name, key.Key.Value));
        }
    }
}
