namespace Pod.Runtime;

/// <summary>A subscription has ended because its messages were not read fast enough.</summary>
public sealed class MessageOverflowException(string channel, int capacity) : PodRuntimeException(
    $"The subscription of channel '{channel}' has ended: {capacity} messages were waiting. Read faster, raise Capacity, or set Overflow to drop messages.")
{
    /// <summary>The channel.</summary>
    public string Channel { get; } = channel;
}
