using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis;

/// <summary>Finds classes by their table and reports tables that two classes claim.</summary>
internal sealed class TableNames
{
    private readonly Dictionary<string, ObjectDraft> _owners = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _owners.Keys;

    public static TableNames Collect(IEnumerable<ObjectDraft> models, DiagnosticBag diagnostics)
    {
        var tables = new TableNames();
        foreach (var model in models.Where(static model => model.Table is not null))
        {
            if (!tables._owners.TryAdd(model.Table!, model))
            {
                var span = model.Syntax.Keys.Find(Keywords.Table)!.Value.Span;
                diagnostics.Add(ModelDiagnostics.TableNameTaken(span, model.Table!, tables._owners[model.Table!].Name));
            }
        }

        return tables;
    }

    public ObjectDraft? Find(string table) => _owners.GetValueOrDefault(table);
}
