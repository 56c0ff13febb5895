namespace Pod.Database;

/// <summary>A row refers to a row that does not exist, or is itself referred to.</summary>
public sealed class ForeignKeyViolationException : ConstraintViolationException
{
    /// <summary>Makes an exception.</summary>
    public ForeignKeyViolationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
