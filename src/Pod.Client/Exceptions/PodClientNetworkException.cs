namespace Pod.Client;

/// <summary>There is no connection to the server, or it broke.</summary>
public class PodClientNetworkException : PodClientException
{
    internal PodClientNetworkException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
