namespace Pod.Runtime;

/// <summary>How a subscription queues messages that were not read yet.</summary>
public sealed class MessageSubscriptionOptions
{
    /// <summary>The most messages that wait.</summary>
    /// <value>1000 by default.</value>
    public int Capacity { get; init; } = 1000;

    /// <summary>What happens to one more.</summary>
    /// <value><see cref="MessageOverflow.Fail"/> by default.</value>
    public MessageOverflow Overflow { get; init; } = MessageOverflow.Fail;
}
