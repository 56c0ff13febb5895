using Pod.Generator.Diagnostics;

namespace Pod.Generator.Migrations;

/// <summary>Something that a migration would do and that needs consent, or that it cannot do.</summary>
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

    /// <summary>Prints <c>warning POD3002: text</c>.</summary>
    public override string ToString() => $"{(IsError ? "error" : "warning")} {Id}: {Message}";
}
