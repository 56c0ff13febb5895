namespace Pod.Runtime;

/// <summary>A message could not be sent to the other servers in time. Subscribers of this server have it.</summary>
public sealed class MessageNotSentException : PodRuntimeException
{
    internal MessageNotSentException(string channel, Exception cause)
        : base($"The message on channel '{channel}' did not reach the other servers: {cause.Message} Only this server's subscribers have it.", cause)
        => Channel = channel;

    /// <summary>The channel.</summary>
    public string Channel { get; }
}
