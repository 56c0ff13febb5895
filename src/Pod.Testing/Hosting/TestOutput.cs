namespace Pod.Testing;

/// <summary>Which log lines reach the output of a test.</summary>
public enum TestOutput
{
    /// <summary>Errors and worse.</summary>
    Errors,

    /// <summary>Everything that the configuration lets through.</summary>
    All,

    /// <summary>None.</summary>
    None,
}
