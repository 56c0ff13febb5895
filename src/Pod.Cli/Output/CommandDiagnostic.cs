using System.Text.Json.Nodes;
using Pod.Database;
using Pod.Generator.Diagnostics;
using Pod.Generator.Migrations;

namespace Pod.Cli.Output;

/// <summary>One finding of a command.</summary>
/// <param name="Id">The stable id, or null for a message that has none.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong and the way out.</param>
/// <param name="File">The full path of the file, or null when it is about none.</param>
/// <param name="Line">The line from 1, or 0.</param>
/// <param name="Column">The column from 1, or 0.</param>
internal sealed record CommandDiagnostic(
    string? Id, DiagnosticSeverity Severity, string Message, string? File = null, int Line = 0, int Column = 0)
{
    private const string HelpPage = "docs/diagnostics/README.md";

    public static CommandDiagnostic Of(MigrationFinding finding) => new(finding.Id, finding.Descriptor.Severity, finding.Message);

    /// <summary>Takes the id that the messages of migrations begin with out of the text.</summary>
    public static CommandDiagnostic Of(MigrationException exception)
    {
        var end = exception.Message.StartsWith("POD", StringComparison.Ordinal) ? exception.Message.IndexOf(": ", StringComparison.Ordinal) : -1;
        return end < 0
            ? new CommandDiagnostic(Id: null, DiagnosticSeverity.Error, exception.Message)
            : new CommandDiagnostic(exception.Message[..end], DiagnosticSeverity.Error, exception.Message[(end + 2)..]);
    }

    /// <summary>Prints <c>path(line,column): error POD1104: text</c>, which MSBuild and editors understand.</summary>
    public override string ToString()
    {
        var place = File is null ? "" : Line > 0 ? $"{File}({Line},{Column}): " : $"{File}: ";
        return $"{place}{Word}{(Id is null ? "" : " " + Id)}: {Message}";
    }

    /// <summary>Gives the finding as an element of <c>diagnostics</c> in <c>--json</c> output.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["severity"] = Word,
        ["file"] = File,
        ["line"] = Line > 0 ? Line : null,
        ["column"] = Column > 0 ? Column : null,
        ["message"] = Message,
        ["help"] = Id is null ? null : HelpPage,
    };

    // MSBuild knows three words; a hint is an information to it.
    private string Word => Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
