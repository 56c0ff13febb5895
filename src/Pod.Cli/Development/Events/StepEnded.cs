using System.Globalization;
using System.Text.Json.Nodes;
using Pod.Cli.Development.Steps;

namespace Pod.Cli.Development.Events;

/// <summary>A step has ended.</summary>
internal sealed record StepEnded(string Step, StepResult Result, TimeSpan Duration) : LoopEvent("step", Step, Describe(Result, Duration))
{
    protected override void AddTo(JsonObject json)
    {
        json["outcome"] = Result.Outcome.ToString().ToLowerInvariant();
        json["seconds"] = Math.Round(Duration.TotalSeconds, 3);
    }

    private static string Describe(StepResult result, TimeSpan duration)
    {
        var mark = result.Outcome switch
        {
            StepOutcome.Done => "✓",
            StepOutcome.Waiting => "…",
            _ => "✗",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{mark} {result.Text} ({duration.TotalSeconds:0.0} s)");
    }
}
