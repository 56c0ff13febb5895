using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD4000–POD4099: the project that is generated.</summary>
internal static class ConfigurationDiagnostics
{
    private static readonly DiagnosticDescriptor RuntimeMissingRule = new("POD4001", Error, "The server project references Pod.Runtime");

    public static Diagnostic RuntimeMissing(SourceSpan span) => new(RuntimeMissingRule, span,
        "the project does not reference Pod.Runtime, so its endpoints cannot be read. Add the package reference and restore.");
}
