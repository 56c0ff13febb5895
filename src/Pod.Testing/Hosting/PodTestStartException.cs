namespace Pod.Testing;

/// <summary>The server under test did not start; the message says why and what to do.</summary>
public sealed class PodTestStartException : PodTestException
{
    internal PodTestStartException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
