using Pod.Generator.Diagnostics;
using Pod.Generator.Endpoints;
using Pod.Generator.Model;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Incremental;

/// <summary>Reads endpoints, unless neither the C# files nor what signatures can see of the models has changed.</summary>
internal sealed class EndpointMemory
{
    private readonly EndpointSourceLoader _loader = new();
    private GenerationInput? _input;
    private ValueList<ModelDeclaration> _declarations = [];
    private ValueList<EndpointDefinition> _endpoints = [];
    private IReadOnlyList<Diagnostic> _diagnostics = [];

    public ValueList<EndpointDefinition> Analyze(GenerationInput input, ValueList<ModelDefinition> models, DiagnosticBag diagnostics)
    {
        var declarations = models.Select(ModelDeclaration.Of).ToValueList();
        if (_input is null || !IsSame(_input, input) || !_declarations.Equals(declarations))
        {
            var found = new DiagnosticBag();
            _endpoints = EndpointAnalyzer.Analyze(input, models, _loader, found);
            _diagnostics = found.ToSortedList();
            (_input, _declarations) = (input, declarations);
        }

        diagnostics.AddRange(_diagnostics);
        return _endpoints;
    }

    private static bool IsSame(GenerationInput left, GenerationInput right) =>
        (left.ServerNamespace, left.Module, left.IsModule) == (right.ServerNamespace, right.Module, right.IsModule)
        && left.CustomTypes == right.CustomTypes
        && left.References.SequenceEqual(right.References)
        && left.CSharpFiles.SequenceEqual(right.CSharpFiles);

    /// <summary>What endpoint signatures can see of a model: its name and kind, whether clients know it, and the members of an enum.</summary>
    private sealed record ModelDeclaration(string Name, ModuleDefinition? Module, Type Kind, bool IsServerOnly, ValueList<EnumValueDefinition>? Values)
    {
        public static ModelDeclaration Of(ModelDefinition model) => new(model.Name, model.Module, model.GetType(), model.IsServerOnly, (model as EnumDefinition)?.Values);
    }
}
