namespace Pod.Client;

/// <summary>How a client behaves.</summary>
public sealed class PodClientOptions
{
    /// <summary>How long a call may take until its answer is complete, and how long the server may take to open a stream.</summary>
    /// <value>20 seconds by default.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long opening the socket of all streams may take.</summary>
    /// <value>5 seconds by default.</value>
    public TimeSpan StreamConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The client to send calls with. It stays yours: Pod neither changes nor disposes it.</summary>
    /// <value>Null by default: Pod makes one of its own.</value>
    public HttpClient? HttpClient { get; init; }

    /// <summary>The handler that the socket of all streams is opened through, for proxies and certificates. It stays yours.</summary>
    /// <value>Null by default: the platform's own.</value>
    public HttpMessageHandler? StreamHandler { get; init; }

    /// <summary>The clock of timeouts and pings.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
