namespace Pod.Database;

/// <summary>A table does not exist.</summary>
public sealed class TableNotFoundException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    public TableNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
