namespace Pod.Database;

/// <summary>There is no connection to the database: unreachable, lost, or none left in the pool.</summary>
public sealed class DatabaseConnectionException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    public DatabaseConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
