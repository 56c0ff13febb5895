using System.Text.Json.Nodes;
using Pod.Cli.Output;

namespace Pod.Cli.Development.Events;

/// <summary>A step found something wrong, with its place where it has one.</summary>
internal sealed record ProblemFound(string Step, CommandDiagnostic Finding) : LoopEvent("problem", Step, Describe(Finding))
{
    protected override void AddTo(JsonObject json) => json["diagnostic"] = Finding.ToJson();

    // As long as paths are, the one from here is easier to read, and terminals can open both.
    private static string Describe(CommandDiagnostic finding) => (finding with
    {
        File = finding.File is { } file && Path.GetRelativePath(Directory.GetCurrentDirectory(), file) is var near && !near.StartsWith("..", StringComparison.Ordinal) ? near : finding.File,
    }).ToString();
}
