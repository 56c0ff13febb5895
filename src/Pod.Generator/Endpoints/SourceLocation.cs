using Microsoft.CodeAnalysis;
using Pod.Generator.Parsing;

namespace Pod.Generator.Endpoints;

/// <summary>Places of C# symbols.</summary>
internal static class SourceLocation
{
    public static SourceSpan Of(ISymbol symbol)
    {
        var place = symbol.Locations.FirstOrDefault(static location => location.IsInSource)?.GetLineSpan();
        return place is { } found
            ? new SourceSpan(found.Path, found.StartLinePosition.Line + 1, found.StartLinePosition.Character + 1)
            : new SourceSpan(symbol.ContainingAssembly?.Name ?? "", 1, 1);
    }
}
