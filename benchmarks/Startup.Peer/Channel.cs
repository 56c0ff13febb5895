namespace Startup.Peer;

internal sealed record Channel(long Id, string Name, string State, DateTime CreatedAt);
