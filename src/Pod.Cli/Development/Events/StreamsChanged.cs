using System.Text.Json.Nodes;

namespace Pod.Cli.Development.Events;

/// <summary>A client opened or closed its socket for streams.</summary>
internal sealed record StreamsChanged(int Open) : LoopEvent("streams", "server", $"{Open} stream sockets open")
{
    protected override void AddTo(JsonObject json) => json["open"] = Open;
}
