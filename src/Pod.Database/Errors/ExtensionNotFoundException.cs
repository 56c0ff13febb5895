namespace Pod.Database;

/// <summary>A statement needs a PostgreSQL extension that the database does not have.</summary>
public sealed class ExtensionNotFoundException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    public ExtensionNotFoundException(string extension, string message, Exception? innerException = null)
        : base(message, innerException)
        => Extension = extension;

    /// <summary>The name for <c>CREATE EXTENSION</c>.</summary>
    public string Extension { get; }
}
