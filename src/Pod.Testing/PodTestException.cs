namespace Pod.Testing;

/// <summary>Root of the exceptions that the test kit throws.</summary>
public abstract class PodTestException : Exception
{
    private protected PodTestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
