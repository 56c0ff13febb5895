namespace Pod.Runtime;

/// <summary>A subscription may have missed messages of other servers: the connection to them was lost and is back. Reload what they tell about, then subscribe again.</summary>
public sealed class MessageGapException(string channel) : PodRuntimeException(
    $"The subscription of channel '{channel}' may have missed messages: the connection to the other servers was lost for a while. Reload the state and subscribe again.")
{
    /// <summary>The channel.</summary>
    public string Channel { get; } = channel;
}
