namespace Pod.Database;

/// <summary>A lock could not be had at once or within the lock timeout.</summary>
public sealed class LockNotAvailableException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    public LockNotAvailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
