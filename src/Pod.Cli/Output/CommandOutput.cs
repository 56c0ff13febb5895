using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pod.Generator.Diagnostics;
using Pod.Generator.Migrations;

namespace Pod.Cli.Output;

/// <summary>
/// What a command says. Results go to the standard output, everything else to the standard error. With <c>--json</c> the standard output is exactly
/// one object with <see cref="Data"/> and the findings.
/// </summary>
/// <param name="isJson">Whether <c>--json</c> was given.</param>
internal sealed class CommandOutput(bool isJson)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<CommandDiagnostic> _findings = [];

    /// <summary>Gets whether a program reads the output.</summary>
    public bool IsJson => isJson;

    /// <summary>Gets the members of <c>data</c> in the output of <c>--json</c>.</summary>
    public JsonObject Data { get; } = [];

    /// <summary>Prints a line of the command's result; with <c>--json</c> the result is <see cref="Data"/> instead.</summary>
    public void Result(string line)
    {
        if (!isJson)
        {
            Console.Out.WriteLine(line);
        }
    }

    /// <summary>Prints a line beside the result: progress, advice.</summary>
    public static void Note(string line) => Console.Error.WriteLine(line);

    /// <summary>Prints a finding.</summary>
    public void Report(CommandDiagnostic finding)
    {
        _findings.Add(finding);
        Console.Error.WriteLine(finding);
    }

    /// <summary>Prints a finding about a migration.</summary>
    public void Report(MigrationFinding finding) => Report(CommandDiagnostic.Of(finding));

    /// <summary>Gets everything that was found so far.</summary>
    public IReadOnlyList<CommandDiagnostic> Findings => _findings;

    /// <summary>Prints the generator's findings and, if there are any, a closing line with their numbers.</summary>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="folder">The folder that their paths are relative to.</param>
    public void Report(IReadOnlyList<Diagnostic> diagnostics, string folder)
    {
        foreach (var diagnostic in diagnostics)
        {
            var path = Path.GetFullPath(Path.Combine(folder, diagnostic.Span.Path));
            Report(new CommandDiagnostic(diagnostic.Id, diagnostic.Severity, diagnostic.Message, path, diagnostic.Span.Line, diagnostic.Span.Column));
        }

        if (diagnostics.Count > 0)
        {
            var errors = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            var warnings = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
            Note($"{Count(errors, "error")}, {Count(warnings, "warning")}");
        }
    }

    /// <summary>Writes the object of <c>--json</c>, once, at the end.</summary>
    public void Finish(int exitCode)
    {
        if (isJson)
        {
            var document = new JsonObject
            {
                ["ok"] = exitCode == ExitCode.Success,
                ["exitCode"] = exitCode,
                ["data"] = Data,
                ["diagnostics"] = new JsonArray([.. _findings.Select(static finding => finding.ToJson())]),
            };
            Console.Out.WriteLine(document.ToJsonString(Indented));
        }
    }

    private static string Count(int number, string word) => $"{number} {word}{(number == 1 ? "" : "s")}";
}
