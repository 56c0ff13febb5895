using System.Globalization;
using System.Text.Json.Nodes;

namespace Pod.Cli.Development.Events;

/// <summary>The server answered a call.</summary>
/// <param name="Name"><c>endpoint/method</c>.</param>
/// <param name="Outcome"><c>ok</c>, <c>failed</c>, <c>refused</c>, <c>cancelled</c> or <c>exception</c> (a declared one).</param>
/// <param name="Milliseconds">How long it took, where the server says so.</param>
/// <param name="Details">Its statements and log lines, in order.</param>
internal sealed record CallEnded(string Name, string Outcome, double? Milliseconds, IReadOnlyList<string> Details)
    : LoopEvent("call", "server", Describe(Name, Outcome, Milliseconds))
{
    public bool IsFailure => Outcome == "failed";

    protected override void AddTo(JsonObject json)
    {
        json["call"] = Name;
        json["outcome"] = Outcome;
        json["milliseconds"] = Milliseconds;
        json["details"] = new JsonArray([.. Details]);
    }

    private static string Describe(string name, string outcome, double? milliseconds) =>
        milliseconds is { } duration ? string.Create(CultureInfo.InvariantCulture, $"{name} {outcome} {duration:0.0} ms") : $"{name} {outcome}";
}
