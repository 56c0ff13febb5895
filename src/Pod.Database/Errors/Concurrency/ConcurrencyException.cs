namespace Pod.Database;

/// <summary>Another transaction got in the way.</summary>
public abstract class ConcurrencyException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    private protected ConcurrencyException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
