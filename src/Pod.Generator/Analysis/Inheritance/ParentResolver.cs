using Pod.Generator.Analysis.Fields;
using Pod.Generator.Analysis.Names;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis.Inheritance;

/// <summary>Connects children with their parents, parents first, and settles what a whole hierarchy shares: ids, tables, immutability.</summary>
internal sealed class ParentResolver(
    IReadOnlyDictionary<string, ObjectDraft> models, ModelNames names, IdAnalyzer ids, DiagnosticBag diagnostics)
{
    private readonly OptionReader _options = new(diagnostics);
    private readonly Dictionary<string, bool> _isDone = new(StringComparer.Ordinal);

    public void Resolve()
    {
        foreach (var model in models.Values)
        {
            Resolve(model, []);
        }

        foreach (var stored in models.Values.Where(static model => model.Table is not null).SelectMany(model => Ancestry.Of(model, models)))
        {
            stored.HasTableBelow = true;
        }
    }

    private void Resolve(ObjectDraft model, List<string> chain)
    {
        if (_isDone.ContainsKey(model.Name))
        {
            return;
        }

        if (_options.Text(model.Syntax.Keys, Keywords.Extends) is { } name && FindParent(model, name, [.. chain, model.Name]) is { } parent)
        {
            Resolve(parent, [.. chain, model.Name]);
            Connect(model, parent, name);
        }

        ids.Analyze(model, TakeDeclaredId(model));
        _isDone[model.Name] = true;
    }

    private ObjectDraft? FindParent(ObjectDraft model, YamlScalar name, List<string> chain)
    {
        if (PrefixedName.Parse(name.Value) is { } foreign)
        {
            diagnostics.Add(InheritanceDiagnostics.ForeignParent(name.Span, foreign.Name, foreign.OwnerText));
            return null;
        }

        if (names.Find(name.Value) is not { } declared)
        {
            if (!names.IsUnreadable(name.Value))
            {
                diagnostics.Add(InheritanceDiagnostics.UnknownParent(name.Span, name.Value, names.All));
            }

            return null;
        }

        if (declared.Syntax.Kind != model.Syntax.Kind)
        {
            diagnostics.Add(InheritanceDiagnostics.ParentKind(
                name.Span, model.Name, Keywords.DocumentKinds[(int)model.Syntax.Kind], name.Value, Keywords.DocumentKinds[(int)declared.Syntax.Kind]));
            return null;
        }

        if (chain.Contains(name.Value))
        {
            diagnostics.Add(InheritanceDiagnostics.Cycle(name.Span, [.. chain.SkipWhile(item => item != name.Value), name.Value]));
            return null;
        }

        return models[name.Value];
    }

    private void Connect(ObjectDraft model, ObjectDraft parent, YamlScalar name)
    {
        model.Extends = parent.Name;
        if (parent.IsServerOnly && !model.IsServerOnly)
        {
            diagnostics.Add(InheritanceDiagnostics.ServerOnlyParent(name.Span, model.Name, parent.Name));
        }

        if (model.IsImmutable && !parent.IsImmutable)
        {
            diagnostics.Add(InheritanceDiagnostics.MutableParent(name.Span, parent.Name));
        }

        model.IsImmutable |= parent.IsImmutable;
        if (model.Table is not null && Ancestry.Of(parent, models).FirstOrDefault(static ancestor => ancestor.Table is not null) is { } second)
        {
            diagnostics.Add(InheritanceDiagnostics.SecondTable(model.Syntax.Keys.Find(Keywords.Table)!.Value.Span, model.Name, second.Name));
        }
    }

    // A parent without a table may declare the id of the children that have one.
    private ObjectDraft? TakeDeclaredId(ObjectDraft model)
    {
        const string Id = "id";
        if (model.Table is null || model.Find(Id) is not null || Ancestry.Of(model, models).FirstOrDefault(static ancestor => ancestor.Find(Id) is not null) is not { } declarer)
        {
            return null;
        }

        model.Fields.Insert(0, declarer.Find(Id)!.Inherit(isStored: true));
        return declarer;
    }
}
