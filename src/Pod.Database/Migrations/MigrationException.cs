namespace Pod.Database;

/// <summary>Migrations could not be read or applied.</summary>
public sealed class MigrationException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    public MigrationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The migration concerned.</summary>
    public string? Version { get; init; }

    /// <summary>The step of the migration, counted from 1; 0 if it is not about a step.</summary>
    public int Step { get; init; }

    /// <summary>The line of the SQL file, counted from 1; 0 if it is not about a statement.</summary>
    public int Line { get; init; }

    /// <summary>Whether it would work, but needs consent because values would be lost.</summary>
    public bool IsRefusal { get; init; }
}
