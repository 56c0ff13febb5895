using Pod.Generator.Analysis.Enums;
using Pod.Generator.Analysis.Fields;
using Pod.Generator.Analysis.Indexes;
using Pod.Generator.Analysis.Inheritance;
using Pod.Generator.Analysis.Modules;
using Pod.Generator.Analysis.Names;
using Pod.Generator.Analysis.Relations;
using Pod.Generator.Diagnostics;
using Pod.Generator.Model;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Analysis;

/// <summary>Syntax in, definitions out: resolves names, then fields, parents, relations, inherited fields and indexes.</summary>
internal static class ModelAnalyzer
{
    public static ValueList<ModelDefinition> Analyze(GenerationInput input, IReadOnlyList<ModelSyntax> files, DiagnosticBag diagnostics)
    {
        var modules = ModuleModels.Of(input.Modules, files);
        var names = ModelNames.Declare(input.ModelFiles, modules, input.CustomTypes, diagnostics);
        var enums = AnalyzeEnums(modules.All, diagnostics);
        var drafts = AnalyzeObjects(modules.All, names, new TypeResolver(names, input.CustomTypes, diagnostics), enums, diagnostics);

        var relations = new RelationResolver(drafts, modules, TableNames.Collect(drafts.Values, input.HasDatabase, diagnostics), diagnostics);
        relations.ResolveKeys();
        foreach (var draft in drafts.Values)
        {
            MemberNames.Assign(draft, Ancestry.Of(draft, drafts).Any(static ancestor => ancestor.IsSealed), diagnostics);
        }

        new FieldInheritance(drafts, diagnostics).Apply();
        relations.ResolveLists();

        var storage = new StorageRules(diagnostics);
        foreach (var draft in drafts.Values)
        {
            storage.Check(draft);
            JsonDataTypes.Settle(draft, input.StoresPlainJson);
            ColumnNames.Check(draft, diagnostics);
        }

        new IndexAnalyzer(drafts, diagnostics).Analyze();

        return drafts.Values.Select(static draft => (ModelDefinition)draft.ToDefinition())
            .Concat(enums.Values)
            .Select(model => model with { Module = modules.OwnerOf(model.Name), WireName = input.IsModule ? $"{input.Module}.{model.Name}" : model.Name })
            .DistinctBy(static model => model.Name)
            .OrderBy(static model => model.Name, StringComparer.Ordinal)
            .ToValueList();
    }

    private static Dictionary<string, EnumDefinition> AnalyzeEnums(IReadOnlyList<ModelSyntax> models, DiagnosticBag diagnostics)
    {
        var analyzer = new EnumAnalyzer(diagnostics);
        var enums = new Dictionary<string, EnumDefinition>(StringComparer.Ordinal);
        foreach (var model in models.Where(static model => model.Kind == ModelKind.Enum))
        {
            enums.TryAdd(model.Name.Value, analyzer.Analyze(model));
        }

        return enums;
    }

    private static Dictionary<string, ObjectDraft> AnalyzeObjects(
        IReadOnlyList<ModelSyntax> models, ModelNames names, TypeResolver types, Dictionary<string, EnumDefinition> enums, DiagnosticBag diagnostics)
    {
        var defaults = new DefaultAnalyzer(enums, diagnostics);
        var fields = new FieldAnalyzer(names, types, defaults, diagnostics);
        var analyzer = new ClassAnalyzer(fields, diagnostics);
        var drafts = new Dictionary<string, ObjectDraft>(StringComparer.Ordinal);
        foreach (var model in models.Where(static model => model.Kind != ModelKind.Enum))
        {
            drafts.TryAdd(model.Name.Value, analyzer.Analyze(model));
        }

        new ParentResolver(drafts, names, new IdAnalyzer(defaults, diagnostics), diagnostics).Resolve();
        return drafts;
    }
}
