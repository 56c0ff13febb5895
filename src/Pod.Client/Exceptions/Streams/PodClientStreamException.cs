namespace Pod.Client;

/// <summary>A stream failed: the server ended it with an error, or the socket of all streams is of no use any more.</summary>
public class PodClientStreamException : PodClientException
{
    internal PodClientStreamException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
