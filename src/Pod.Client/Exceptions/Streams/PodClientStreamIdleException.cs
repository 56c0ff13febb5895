namespace Pod.Client;

/// <summary>The server was silent for so long that it counts as gone.</summary>
public sealed class PodClientStreamIdleException : PodClientStreamException
{
    internal PodClientStreamIdleException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
