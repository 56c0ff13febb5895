namespace Pod.Runtime;

/// <summary>The server cannot start, and the message says why and what to do. The process then ends without a stack trace.</summary>
public sealed class PodStartException : PodRuntimeException
{
    /// <summary>The exit code of a start that failed.</summary>
    internal const int Failed = 1;

    /// <summary>The exit code of an invalid configuration.</summary>
    internal const int ConfigurationInvalid = 3;

    /// <summary>Makes an exception for a start that something else made fail.</summary>
    /// <param name="message">Why, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public PodStartException(string message, Exception innerException)
        : base(message, innerException)
        => ExitCode = Failed;

    internal PodStartException(string message, int exitCode)
        : base(message)
        => ExitCode = exitCode;

    /// <summary>Gets the exit code that the process ends with.</summary>
    public int ExitCode { get; }
}
