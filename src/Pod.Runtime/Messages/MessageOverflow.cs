namespace Pod.Runtime;

/// <summary>What happens when a subscription's queue is full.</summary>
public enum MessageOverflow
{
    /// <summary>The subscription ends with <see cref="MessageOverflowException"/>.</summary>
    Fail,

    /// <summary>The oldest message that was not read is lost.</summary>
    DropOldest,

    /// <summary>The new message is lost.</summary>
    DropNewest,
}
