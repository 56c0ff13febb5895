using Microsoft.CodeAnalysis;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Endpoints;

/// <summary>Reads the parameters behind the session.</summary>
internal sealed class ParameterAnalyzer(
    KnownTypes known, EndpointTypeResolver types, ValueList<ModelDefinition> models, DiagnosticBag diagnostics)
{
    /// <summary>Reads the parameters that travel.</summary>
    /// <returns>The parameters, or null after a diagnostic.</returns>
    public ValueList<ParameterDefinition>? Analyze(IMethodSymbol method)
    {
        var definitions = new List<ParameterDefinition>();
        var isComplete = true;
        foreach (var parameter in method.Parameters.Skip(1))
        {
            if (KnownTypes.Is(parameter.Type, known.CancellationToken))
            {
                if (parameter.Ordinal != method.Parameters.Length - 1)
                {
                    diagnostics.Add(EndpointDiagnostics.CancellationToken(SourceLocation.Of(parameter), parameter.Name));
                    isComplete = false;
                }
            }
            else if (Analyze(method, parameter) is { } definition)
            {
                if (definitions.Exists(other => other.WireName == definition.WireName))
                {
                    diagnostics.Add(EndpointDiagnostics.WireNameTaken(SourceLocation.Of(parameter), definition.WireName));
                    isComplete = false;
                }

                definitions.Add(definition);
            }
            else
            {
                isComplete = false;
            }
        }

        return isComplete ? definitions.ToValueList() : null;
    }

    private ParameterDefinition? Analyze(IMethodSymbol method, IParameterSymbol parameter)
    {
        var span = SourceLocation.Of(parameter);
        if (RefusedForm(parameter) is { } form)
        {
            diagnostics.Add(EndpointDiagnostics.ParameterForm(span, parameter.Name, form));
            return null;
        }

        var place = $"the parameter '{parameter.Name}'";
        var isStream = KnownTypes.Is(parameter.Type, known.Stream);
        if (isStream && parameter.Type.NullableAnnotation == NullableAnnotation.Annotated)
        {
            diagnostics.Add(EndpointDiagnostics.StreamForm(span, place, "is nullable"));
            return null;
        }

        var carried = isStream ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type;
        if (types.Resolve(carried, place, span) is not { } type)
        {
            return null;
        }

        var value = parameter.HasExplicitDefaultValue ? ParameterDefaultReader.Read(parameter, type, models) : null;
        if (value is { CSharp: not "null", Json: "null" })
        {
            diagnostics.Add(EndpointDiagnostics.UnspeakableDefault(span, parameter.Name));
        }

        return new ParameterDefinition(
            WireNames.Of(parameter, parameter.Name, known, diagnostics),
            parameter.Name,
            type,
            isStream,
            value,
            DocumentationReader.Parameter(method, parameter.Name));
    }

    private string? RefusedForm(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: not RefKind.None } => "passed by reference",
        { IsParams: true } => "'params'",
        _ when KnownTypes.Is(parameter.Type, known.Task) || KnownTypes.Is(parameter.Type, known.TaskOf) => "a task",
        { Type.TypeKind: Microsoft.CodeAnalysis.TypeKind.Delegate } => "a delegate",
        { Type.TypeKind: Microsoft.CodeAnalysis.TypeKind.Pointer or Microsoft.CodeAnalysis.TypeKind.FunctionPointer } => "a pointer",
        { Type.IsRefLikeType: true } => "a span",
        _ => null,
    };
}
