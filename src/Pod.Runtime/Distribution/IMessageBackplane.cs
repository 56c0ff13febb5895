namespace Pod.Runtime.Distribution;

/// <summary>Carries frames from server to server. Calls do not overlap for publishing, nor for (un)subscribing.</summary>
internal interface IMessageBackplane
{
    /// <summary>Whether it is in use; not so while a development server waits for one to appear.</summary>
    bool IsActive { get; }

    /// <summary>Connects, or begins to try. Says what arrives on subscribed channels, and that something may have been missed.</summary>
    void Start(Action<string, ReadOnlyMemory<byte>> received, Action missed);

    /// <summary>Sends a frame. Throws <see cref="BackplaneException"/> where it cannot.</summary>
    Task PublishAsync(string channel, ReadOnlyMemory<byte> frame);

    /// <summary>Subscribes; without a connection, as soon as there is one.</summary>
    Task SubscribeAsync(string channel);

    Task UnsubscribeAsync(string channel);
}
