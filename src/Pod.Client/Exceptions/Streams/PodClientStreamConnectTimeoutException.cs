namespace Pod.Client;

/// <summary>The socket of all streams, or a stream on it, could not be opened in time.</summary>
public sealed class PodClientStreamConnectTimeoutException : PodClientStreamException
{
    internal PodClientStreamConnectTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
