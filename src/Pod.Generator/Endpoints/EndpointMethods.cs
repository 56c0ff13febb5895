using Microsoft.CodeAnalysis;

namespace Pod.Generator.Endpoints;

/// <summary>The public methods of an endpoint class as a caller sees them: inherited ones first, overrides and 'new' methods in the place of what they replace.</summary>
internal static class EndpointMethods
{
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type, INamedTypeSymbol endpoint)
    {
        var methods = new List<IMethodSymbol>();
        foreach (var level in Chain(type, endpoint).Reverse())
        {
            foreach (var method in level.GetMembers().OfType<IMethodSymbol>().Where(IsCandidate))
            {
                var replaced = methods.FindIndex(existing => Replaces(method, existing));
                if (replaced >= 0)
                {
                    methods[replaced] = method;
                }
                else
                {
                    methods.Add(method);
                }
            }
        }

        return methods;
    }

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type, INamedTypeSymbol endpoint)
    {
        for (var current = type; current is not null && !KnownTypes.Is(current, endpoint); current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool IsCandidate(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary };

    private static bool Replaces(IMethodSymbol method, IMethodSymbol existing) =>
        SymbolEqualityComparer.Default.Equals(method.OverriddenMethod, existing)
        || (method.Name == existing.Name
            && !SymbolEqualityComparer.Default.Equals(method.ContainingType, existing.ContainingType)
            && method.Parameters.Select(static parameter => parameter.Type)
                .SequenceEqual(existing.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default));
}
