namespace Pod.Client;

/// <summary>The server did not answer in time.</summary>
public sealed class PodClientTimeoutException : PodClientNetworkException
{
    internal PodClientTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
