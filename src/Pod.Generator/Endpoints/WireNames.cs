using Microsoft.CodeAnalysis;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;

namespace Pod.Generator.Endpoints;

/// <summary>Reads <c>[WireName("…")]</c>, which keeps a published name after a rename in C#.</summary>
internal static class WireNames
{
    public static string Of(ISymbol symbol, string usual, KnownTypes known, DiagnosticBag diagnostics)
    {
        if (KnownTypes.Attribute(symbol, known.WireName) is not { ConstructorArguments: [{ Value: string name }] })
        {
            return usual;
        }

        if (!Naming.IsIdentifier(name))
        {
            diagnostics.Add(EndpointDiagnostics.WireName(SourceLocation.Of(symbol), name));
        }

        return name;
    }
}
