namespace Pod.Database;

/// <summary>A row does not satisfy a check of its table.</summary>
public sealed class CheckViolationException : ConstraintViolationException
{
    /// <summary>Makes an exception.</summary>
    public CheckViolationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
