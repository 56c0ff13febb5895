namespace Pod.Database;

/// <summary>A row conflicts with another one by an exclusion constraint.</summary>
public sealed class ExclusionViolationException : ConstraintViolationException
{
    /// <summary>Makes an exception.</summary>
    public ExclusionViolationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
