namespace Pod.Testing;

/// <summary>How the changes of a test are undone.</summary>
public enum Isolation
{
    /// <summary>Each test has its own connection with an open transaction, which is rolled back. Nothing is ever committed.</summary>
    Rollback,

    /// <summary>One transaction for all tests of the host, rolled back with it; later tests see what earlier ones did.</summary>
    RollbackAtEnd,

    /// <summary>Each test has a database of its own, and commits are real.</summary>
    Database,

    /// <summary>Nothing is undone; the database goes with the host.</summary>
    None,
}
