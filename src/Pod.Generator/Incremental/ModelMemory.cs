using Pod.Generator.Analysis;
using Pod.Generator.Diagnostics;
using Pod.Generator.Model;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Incremental;

/// <summary>
/// Analyses models, unless neither the files nor the project's settings have changed. Gives equal definitions as the same object, so that whoever
/// compares them later need not look inside.
/// </summary>
internal sealed class ModelMemory
{
    private GenerationInput? _input;
    private ValueList<ModelDefinition> _models = [];
    private Dictionary<string, ModelDefinition> _byName = [];
    private IReadOnlyList<Diagnostic> _diagnostics = [];

    public ValueList<ModelDefinition> Analyze(GenerationInput input, IReadOnlyList<ModelSyntax> syntax, DiagnosticBag diagnostics)
    {
        if (_input is null || !IsSame(_input, input))
        {
            var found = new DiagnosticBag();
            _models = Reuse(ModelAnalyzer.Analyze(input, syntax, found));
            _diagnostics = found.ToSortedList();
            _input = input;
        }

        diagnostics.AddRange(_diagnostics);
        return _models;
    }

    private ValueList<ModelDefinition> Reuse(ValueList<ModelDefinition> models)
    {
        var reused = models.Select(model => _byName.TryGetValue(model.Name, out var known) && known.Equals(model) ? known : model).ToValueList();
        _byName = reused.ToDictionary(static model => model.Name, StringComparer.Ordinal);
        return reused;
    }

    private static bool IsSame(GenerationInput left, GenerationInput right) =>
        (left.CustomTypes, left.StoresPlainJson, left.HasDatabase, left.Module, left.IsModule) == (right.CustomTypes, right.StoresPlainJson, right.HasDatabase, right.Module, right.IsModule)
        && left.Modules.SequenceEqual(right.Modules)
        && left.ModelFiles.SequenceEqual(right.ModelFiles);
}
