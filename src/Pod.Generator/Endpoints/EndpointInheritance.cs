using Microsoft.CodeAnalysis;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Endpoints;

/// <summary>Decides from which other endpoint's client class each endpoint's one derives: the nearest base that offers nothing but what the child offers, too.</summary>
internal sealed class EndpointInheritance(IReadOnlyDictionary<INamedTypeSymbol, EndpointDefinition> endpoints, DiagnosticBag diagnostics)
{
    public ValueList<EndpointDefinition> Resolve()
    {
        var withBases = endpoints.Select(pair => pair.Value with { Base = BaseOf(pair.Key, pair.Value) }).ToList();
        var bases = withBases.Select(static endpoint => endpoint.Base?.WireName).ToHashSet(StringComparer.Ordinal);
        return withBases.Select(endpoint => endpoint with { IsBase = bases.Contains(endpoint.WireName) })
            .OrderBy(static endpoint => endpoint.WireName, StringComparer.Ordinal).ToValueList();
    }

    private EndpointBaseDefinition? BaseOf(INamedTypeSymbol type, EndpointDefinition endpoint)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (!endpoints.TryGetValue(current, out var candidate))
            {
                continue;
            }

            if (candidate.Methods.FirstOrDefault(method => !endpoint.Methods.Any(method.IsSameCallAs)) is not { } hidden)
            {
                return new EndpointBaseDefinition(candidate.WireName, candidate.Methods.Select(static method => method.WireName).ToValueList());
            }

            diagnostics.Add(EndpointDiagnostics.HiddenMethod(SourceLocation.Of(type), type.Name, current.Name, hidden.MethodName));
        }

        return null;
    }
}
