namespace Pod.Database;

/// <summary>A statement ran longer than it may, or an administrator ended it.</summary>
public sealed class QueryCanceledException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    public QueryCanceledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
