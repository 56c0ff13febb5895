using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis;

/// <summary>Finds classes by their table and reports tables that two classes claim.</summary>
internal sealed class TableNames
{
    private readonly Dictionary<string, ObjectDraft> _owners = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _owners.Keys;

    public static TableNames Collect(IReadOnlyCollection<ObjectDraft> models, bool hasDatabase, DiagnosticBag diagnostics)
    {
        var tables = new TableNames();
        foreach (var model in models.Where(static model => model.Table is not null))
        {
            if (!hasDatabase)
            {
                diagnostics.Add(ModelDiagnostics.NoDatabase(model.Syntax.Keys.Find(Keywords.Table)!.Key.Span, model.Name));
            }

            if (!tables._owners.TryAdd(model.Table!, model))
            {
                var span = model.Syntax.Keys.Find(Keywords.Table)!.Value.Span;
                diagnostics.Add(ModelDiagnostics.TableNameTaken(span, model.Table!, tables._owners[model.Table!].Name));
            }
        }

        foreach (var model in models.Where(static model => model.Syntax.Keys.Find(Keywords.RenamedFrom) is not null))
        {
            tables.CheckRename(model, diagnostics);
        }

        return tables;
    }

    private void CheckRename(ObjectDraft model, DiagnosticBag diagnostics)
    {
        var reason = model switch
        {
            { Table: null } => "the class has no table",
            { RenamedFrom: { } name } when name == model.Table => "that is its name",
            { RenamedFrom: { } name } when Find(name) is { } owner => $"'{owner.Name}' has the table '{name}'",
            _ => null,
        };
        if (reason is not null)
        {
            diagnostics.Add(ModelDiagnostics.RenamedTable(model.Syntax.Keys.Find(Keywords.RenamedFrom)!.Value.Span, model.Name, reason));
        }
    }

    public ObjectDraft? Find(string table) => _owners.GetValueOrDefault(table);
}
