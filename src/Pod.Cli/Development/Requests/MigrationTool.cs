using System.Text.Json.Nodes;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Steps;
using Pod.Cli.Output;
using Pod.Cli.Programs;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Development.Requests;

/// <summary>Makes migrations and repairs for a loop, with the commands that make them for everybody else.</summary>
internal sealed class MigrationTool(LoopOptions options, DatabaseStep database, EventStream events)
{
    private const string Source = "migrate";

    public Task<LoopAnswer> CreateAsync(bool isForced, CancellationToken cancellationToken) =>
        RunAsync(["migration", "create"], isForced, 'M', static data => (string?)data["version"] is { } version ? $"created migration {version}" : "the models ask for no migration", cancellationToken);

    public Task<LoopAnswer> RepairAsync(bool isForced, CancellationToken cancellationToken) =>
        RunAsync(["migration", "repair", "--apply"], isForced, 'P', static data => (string?)data["file"] is { } file ? $"repaired the database with {Path.GetFileName(file)}" : "nothing to repair", cancellationToken);

    private async Task<LoopAnswer> RunAsync(
        string[] command, bool isForced, char forceKey, Func<JsonObject, string> describe, CancellationToken cancellationToken)
    {
        events.Emit(new StepStarted(Source));
        var start = ToolProcess.StartInfo([.. command, "--json", "--project", options.Project.ProjectFile, .. isForced ? ["--force"] : Array.Empty<string>()]);
        if (database.Current is { } current)
        {
            // Not as an argument, which everybody on the machine can read.
            start.Environment["ConnectionStrings__poddb"] = current.ConnectionString;
        }

        var result = await ToolProcess.RunAsync(start, cancellationToken);
        // Advice about the models was given by the loop's own run of the generator.
        var findings = result["diagnostics"]!.AsArray().Select(static finding => Read(finding!.AsObject())).Where(static finding => finding.Severity >= DiagnosticSeverity.Warning).ToList();
        findings.ForEach(finding => events.Emit(new ProblemFound(Source, finding)));
        var reasons = string.Join(' ', findings.Select(static finding => finding.Message));
        var answer = (int)result["exitCode"]! switch
        {
            ExitCode.Success => new LoopAnswer(Ok: true, describe(result["data"]!.AsObject())),
            ExitCode.Refused => new LoopAnswer(Ok: false, $"nothing was written: {reasons} '{forceKey}' does it nevertheless."),
            _ => new LoopAnswer(Ok: false, $"nothing was written: {reasons}"),
        };
        events.Emit(new Noticed(answer.Text));
        return answer;
    }

    private static CommandDiagnostic Read(JsonObject finding) => new(
        (string?)finding["id"],
        (string?)finding["severity"] switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        (string)finding["message"]!,
        (string?)finding["file"],
        (int?)finding["line"] ?? 0,
        (int?)finding["column"] ?? 0);
}
