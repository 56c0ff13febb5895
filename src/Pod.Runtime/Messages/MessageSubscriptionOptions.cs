namespace Pod.Runtime;

/// <summary>How a subscription queues messages that were not read yet, and what it does about messages that it may have missed.</summary>
public sealed class MessageSubscriptionOptions
{
    /// <summary>The most messages that wait.</summary>
    /// <value>Null by default: <see cref="PodMessagingOptions.QueueLength"/>.</value>
    public int? Capacity { get; init; }

    /// <summary>What happens to one more.</summary>
    /// <value>Null by default: <see cref="PodMessagingOptions.Overflow"/>.</value>
    public MessageOverflow? Overflow { get; init; }

    /// <summary>What happens after the connection to the other servers was lost and is back.</summary>
    /// <value><see cref="MessageGap.Ignore"/> by default.</value>
    public MessageGap Gap { get; init; } = MessageGap.Ignore;

    /// <summary>Called by the reader, between the messages before and after, when messages may have been missed; for code that reloads its state then.</summary>
    public Func<Task>? OnGap { get; init; }
}
