namespace Pod.Client;

/// <summary>The state of the one socket that all streams of a client share.</summary>
public enum PodConnectionState
{
    /// <summary>There is none: no stream is open, or it was lost.</summary>
    Disconnected,

    /// <summary>It is being opened for the first stream.</summary>
    Connecting,

    /// <summary>It is open.</summary>
    Connected,

    /// <summary>It was lost and is being opened again.</summary>
    Reconnecting,
}
