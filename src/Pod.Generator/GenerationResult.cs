using Pod.Generator.Diagnostics;
using Pod.Generator.Model;
using Pod.Schema;

namespace Pod.Generator;

/// <summary>What one run found and made.</summary>
/// <param name="Files">The files, none when there are errors.</param>
/// <param name="Diagnostics">The findings, sorted by place.</param>
/// <param name="Project">What the sources define.</param>
/// <param name="Schema">The database that the models ask for.</param>
public sealed record GenerationResult(
    IReadOnlyList<GeneratedFile> Files, IReadOnlyList<Diagnostic> Diagnostics, ProjectDefinition Project, DatabaseSchema Schema)
{
    /// <summary>Gets whether there is no error.</summary>
    public bool Succeeded => Diagnostics.All(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
}
