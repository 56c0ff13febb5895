namespace Pod.Protocol.Streams;

/// <summary>One sender's share of a socket: how much of it has not left yet. Belongs to the <see cref="FrameSender"/> that it is used with.</summary>
public sealed class FrameLane
{
    internal int Unsent { get; set; }

    internal TaskCompletionSource? Waiter { get; set; }
}
