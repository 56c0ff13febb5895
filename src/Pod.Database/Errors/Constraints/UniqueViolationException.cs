namespace Pod.Database;

/// <summary>Another row has the same values in the columns of a unique index.</summary>
public sealed class UniqueViolationException : ConstraintViolationException
{
    /// <summary>Makes an exception.</summary>
    public UniqueViolationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
