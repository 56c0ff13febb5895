namespace Pod.Client;

/// <summary>How a client behaves. Read once, when the client is made.</summary>
public class PodClientOptions
{
    /// <summary>How long one attempt of a call may take until its answer is complete, and how long the server may take to open a stream.</summary>
    /// <value>20 seconds by default. An open stream may last as long as it wants.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long opening the socket of all streams may take.</summary>
    /// <value>5 seconds by default.</value>
    public TimeSpan StreamConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gives the credentials of calls and streams.</summary>
    /// <value>Null by default: calls are anonymous.</value>
    public IPodAuthProvider? AuthProvider { get; set; }

    /// <summary>Called after each call or stream that succeeded. It must not throw.</summary>
    public Action<PodClientCall>? OnSucceeded { get; set; }

    /// <summary>Called after each call or stream that failed, the caller's own cancellation included. It must not throw.</summary>
    public Action<PodClientCall>? OnFailed { get; set; }

    /// <summary>When calls are repeated after network failures. Only methods marked <c>[IdempotentCall]</c> or <c>[ReadOnlyCall]</c> ever are.</summary>
    /// <value>Null by default: nothing is repeated.</value>
    public PodBackoff? Retry { get; set; }

    /// <summary>When streams without inputs are opened again after their socket was lost, with the same arguments and fresh credentials.</summary>
    /// <value>Null by default: a stream ends with its socket.</value>
    public PodBackoff? Reconnect { get; set; }

    /// <summary>Called for each stream that was opened again; items between its loss and now may be missing. It must not throw.</summary>
    public Action<PodClientCall>? OnReconnected { get; set; }

    /// <summary>Tells whether the device is online; streams end as soon as it is not, rather than after a time of silence.</summary>
    /// <value>Null by default.</value>
    public IConnectivity? Connectivity { get; set; }

    /// <summary>The client to send calls with. It stays yours: Pod neither changes nor disposes it.</summary>
    /// <value>Null by default: Pod makes one of its own.</value>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The handler that the socket of all streams is opened through, for proxies and certificates. It stays yours.</summary>
    /// <value>Null by default: the platform's own.</value>
    public HttpMessageHandler? StreamHandler { get; set; }

    /// <summary>The clock of timeouts, waits and pings.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
