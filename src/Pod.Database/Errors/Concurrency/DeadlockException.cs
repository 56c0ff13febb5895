namespace Pod.Database;

/// <summary>The transaction and another one waited for each other; run it again.</summary>
public sealed class DeadlockException : ConcurrencyException
{
    /// <summary>Makes an exception.</summary>
    public DeadlockException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
