using System.Text.Json.Nodes;

namespace Pod.Cli.Development.Events;

/// <summary>Something that happened in the development loop. How it is shown is its readers' business.</summary>
/// <param name="Kind">One word for readers that are programs.</param>
/// <param name="Source">Who says it: a step, <c>server</c>, an app, <c>pod</c>.</param>
/// <param name="Text">What a person reads; may have several lines.</param>
internal abstract record LoopEvent(string Kind, string Source, string Text)
{
    /// <summary>Gets when it happened, in local time.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Gives the event as an object of <c>--json</c> output.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["time"] = Time.ToString("O"), ["kind"] = Kind, ["source"] = Source, ["text"] = Text };
        AddTo(json);
        return json;
    }

    /// <summary>Adds what this kind of event has beside its text.</summary>
    protected virtual void AddTo(JsonObject json)
    {
    }
}
