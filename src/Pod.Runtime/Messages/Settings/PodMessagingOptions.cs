namespace Pod.Runtime;

/// <summary>Settings of messages, from the configuration section <c>Pod:Messaging</c>.</summary>
public sealed class PodMessagingOptions
{
    /// <summary>What carries messages from server to server.</summary>
    /// <value><see cref="MessageBackplane.Auto"/> by default.</value>
    public MessageBackplane Backplane { get; set; } = MessageBackplane.Auto;

    /// <summary>The most messages that wait in a subscription that says nothing about it.</summary>
    /// <value>1000 by default, between 1 and 1000000.</value>
    public int QueueLength { get; set; } = 1000;

    /// <summary>What happens to one more.</summary>
    /// <value><see cref="MessageOverflow.Fail"/> by default.</value>
    public MessageOverflow Overflow { get; set; } = MessageOverflow.Fail;

    /// <summary>How long a message is tried to be sent to the other servers.</summary>
    /// <value>5 seconds by default; 0 for a single attempt, 1 minute at most.</value>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest message to other servers, in bytes of its JSON.</summary>
    /// <value>1048576 by default, between 1024 and 16777216.</value>
    public int MaxMessageBytes { get; set; } = 1024 * 1024;
}
