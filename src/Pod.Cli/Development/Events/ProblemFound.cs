using System.Text.Json.Nodes;
using Pod.Cli.Output;

namespace Pod.Cli.Development.Events;

/// <summary>A step found something wrong, with its place where it has one.</summary>
internal sealed record ProblemFound(string Step, CommandDiagnostic Finding) : LoopEvent("problem", Step, Finding.ToString())
{
    protected override void AddTo(JsonObject json) => json["diagnostic"] = Finding.ToJson();
}
