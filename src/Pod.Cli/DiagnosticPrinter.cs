using Pod.Generator.Diagnostics;

namespace Pod.Cli;

/// <summary>Prints diagnostics in the form that MSBuild and editors parse.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>Prints the diagnostics and, if there are any, a closing line with their numbers.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    /// <param name="folder">The folder that their paths are relative to.</param>
    public static void Print(IReadOnlyList<Diagnostic> diagnostics, string folder)
    {
        foreach (var diagnostic in diagnostics)
        {
            var path = Path.GetFullPath(Path.Combine(folder, diagnostic.Span.Path));
            Console.Error.WriteLine(diagnostic with { Span = diagnostic.Span with { Path = path } });
        }

        if (diagnostics.Count > 0)
        {
            var errors = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            var warnings = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
            Console.Error.WriteLine($"{Count(errors, "error")}, {Count(warnings, "warning")}");
        }
    }

    private static string Count(int number, string word) => $"{number} {word}{(number == 1 ? "" : "s")}";
}
