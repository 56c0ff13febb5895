namespace Pod.Runtime;

/// <summary>The store of a cache cannot be reached, and the call asked to be told.</summary>
public sealed class CacheUnavailableException : PodRuntimeException
{
    internal CacheUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal CacheUnavailableException(string message)
        : base(message)
    {
    }
}
