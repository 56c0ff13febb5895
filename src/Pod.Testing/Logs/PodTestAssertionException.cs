namespace Pod.Testing;

/// <summary>Something that a test expects of its log, stream or messages is not so.</summary>
public sealed class PodTestAssertionException : PodTestException
{
    internal PodTestAssertionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
