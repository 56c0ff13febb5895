using Pod.Generator.Parsing;

namespace Pod.Generator.Diagnostics;

/// <summary>One finding at one place.</summary>
/// <param name="Descriptor">The kind of finding.</param>
/// <param name="Span">The smallest offending part.</param>
/// <param name="Message">What is wrong and the way out.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceSpan Span, string Message)
{
    /// <summary>Gets the stable id.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Gets how bad it is.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>Prints <c>path(line,column): error POD1104: text</c>, which MSBuild and editors understand.</summary>
    public override string ToString()
    {
        // MSBuild knows three words; a hint is an information to it.
        var severity = Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return $"{Span}: {severity} {Id}: {Message}";
    }
}
