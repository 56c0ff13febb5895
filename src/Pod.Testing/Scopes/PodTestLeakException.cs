namespace Pod.Testing;

/// <summary>Something that a test started did not end, or waits for time that nobody advances.</summary>
public sealed class PodTestLeakException : PodTestException
{
    internal PodTestLeakException(string message)
        : base(message)
    {
    }
}
