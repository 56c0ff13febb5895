namespace Pod.Database;

/// <summary>A write broke a rule of the table.</summary>
public abstract class ConstraintViolationException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    private protected ConstraintViolationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
