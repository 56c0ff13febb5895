namespace Pod.Client;

/// <summary>
/// Root of what can go wrong between a client and its server. Exceptions that the server's models declare are not below it: they arrive as
/// themselves.
/// </summary>
public abstract class PodClientException : Exception
{
    private protected PodClientException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
