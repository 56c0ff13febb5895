using System.Text.Json.Nodes;

namespace Pod.Cli.Development.Events;

/// <summary>The server is in another state.</summary>
/// <param name="State"><c>starting</c>, <c>running</c>, <c>stopped</c> or <c>ended</c> (by itself).</param>
/// <param name="Address">Where it listens, once it runs.</param>
internal sealed record ServerChanged(string State, string? Address = null) : LoopEvent("server", "server", Address is null ? State : $"{State} at {Address}")
{
    protected override void AddTo(JsonObject json)
    {
        json["state"] = State;
        json["address"] = Address;
    }
}
