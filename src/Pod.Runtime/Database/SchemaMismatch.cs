namespace Pod.Runtime;

/// <summary>What a start does when the database is not what the code was generated for.</summary>
public enum SchemaMismatch
{
    /// <summary>Ends with exit code 1 when statements would fail.</summary>
    Fail,

    /// <summary>Logs the differences and goes on.</summary>
    Warn,

    /// <summary>Does not compare.</summary>
    Off,
}
