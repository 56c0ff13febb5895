namespace Pod.Protocol.Streams;

/// <summary>Why a stream ended.</summary>
public enum StreamCloseReason
{
    /// <summary>It is complete.</summary>
    Done,

    /// <summary>Something failed.</summary>
    Error,
}
