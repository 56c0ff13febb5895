using Pod.Generator.Diagnostics;

namespace Pod.Generator.Migrations;

/// <summary>Something that a migration would do and that needs consent, that it cannot do, or that is worth knowing.</summary>
/// <param name="Descriptor">The kind of finding.</param>
/// <param name="Table">The table.</param>
/// <param name="Column">The column, or null when the whole table is meant.</param>
/// <param name="Message">What would happen and the way out.</param>
public sealed record MigrationFinding(DiagnosticDescriptor Descriptor, string Table, string? Column, string Message)
{
    /// <summary>Gets the stable id.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Gets whether no consent helps.</summary>
    public bool IsError => Descriptor.Severity == DiagnosticSeverity.Error;

    /// <summary>Gets whether the migration is only written when somebody accepts it.</summary>
    public bool NeedsConsent => Descriptor.Severity == DiagnosticSeverity.Warning;

    /// <summary>Gets whether data would be gone.</summary>
    public bool LosesData => Id is "POD3001" or "POD3002" or "POD3003";

    /// <summary>Prints <c>warning POD3002: text</c>.</summary>
    public override string ToString()
    {
        var severity = Descriptor.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            DiagnosticSeverity.Hint => "hint",
            _ => "info",
        };
        return $"{severity} {Id}: {Message}";
    }
}
