namespace Pod.EmbeddedPostgres;

/// <summary>The private PostgreSQL could not be found, created, started or stopped. The message says what was tried and what to do about it.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public EmbeddedPostgresException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was tried, what went wrong and the way out.</param>
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was tried, what went wrong and the way out.</param>
    /// <param name="innerException">The failure underneath.</param>
    public EmbeddedPostgresException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
