namespace Pod.Client;

/// <summary>The socket of all streams could not be opened.</summary>
public sealed class PodClientStreamConnectException : PodClientStreamException
{
    internal PodClientStreamConnectException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
