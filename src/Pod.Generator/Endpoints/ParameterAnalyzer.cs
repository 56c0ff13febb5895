using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Endpoints;

/// <summary>Reads the parameters behind the session.</summary>
internal sealed class ParameterAnalyzer(KnownTypes known, EndpointTypeResolver types, DiagnosticBag diagnostics)
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
        return types.Resolve(carried, place, span) is not { } type
            ? null
            : new ParameterDefinition(
                WireNames.Of(parameter, parameter.Name, known, diagnostics),
                parameter.Name,
                type,
                isStream,
                parameter.HasExplicitDefaultValue ? Literal(parameter) : null,
                DocumentationReader.Parameter(method, parameter.Name));
    }

    private string? RefusedForm(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: not RefKind.None } => "passed by reference",
        { IsParams: true } => "'params'",
        _ when KnownTypes.Is(parameter.Type, known.Task) || KnownTypes.Is(parameter.Type, known.TaskOf) => "a task",
        { Type.TypeKind: TypeKind.Delegate } => "a delegate",
        { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "a pointer",
        { Type.IsRefLikeType: true } => "a span",
        _ => null,
    };

    // The default as C# text that means the same in the client's namespace.
    private static string Literal(IParameterSymbol parameter)
    {
        var value = parameter.ExplicitDefaultValue;
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        if (value is null)
        {
            return parameter.Type.IsValueType && type.Equals(parameter.Type, SymbolEqualityComparer.Default) ? "default" : "null";
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value));
            return member is null ? $"({type.Name}){SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}" : $"{type.Name}.{member.Name}";
        }

        var text = SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default";
        return type.SpecialType switch
        {
            SpecialType.System_Decimal => text + "m",
            SpecialType.System_Single => text + "f",
            SpecialType.System_Double => text + "d",
            _ => text,
        };
    }
}
