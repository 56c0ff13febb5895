namespace Pod.Client;

/// <summary>The socket of all streams was closed, by the server or because the client was disposed.</summary>
public sealed class PodClientStreamClosedException : PodClientStreamException
{
    internal PodClientStreamClosedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
