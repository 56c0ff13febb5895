namespace Pod.Runtime;

/// <summary>Root of the exceptions that the server framework throws at application code.</summary>
public abstract class PodRuntimeException : Exception
{
    private protected PodRuntimeException(string message)
        : base(message)
    {
    }

    private protected PodRuntimeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
