namespace Pod.Database;

/// <summary>The transaction cannot be ordered among the others; run it again.</summary>
public sealed class SerializationFailureException : ConcurrencyException
{
    /// <summary>Makes an exception.</summary>
    public SerializationFailureException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
