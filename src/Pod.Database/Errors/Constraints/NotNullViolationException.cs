namespace Pod.Database;

/// <summary>A column that needs a value got none.</summary>
public sealed class NotNullViolationException : ConstraintViolationException
{
    /// <summary>Makes an exception.</summary>
    public NotNullViolationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
