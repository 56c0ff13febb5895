namespace Pod.Runtime;

/// <summary>A stream ended with an error instead of its end: an input of a method, or in tests the stream of a method that the server closed.</summary>
public sealed class StreamClosedException : PodRuntimeException
{
    internal StreamClosedException(string input, string reason)
        : base($"The input stream '{input}' was closed: {reason}") => Input = input;

    internal StreamClosedException(string input, string reason, Exception innerException)
        : base($"The input stream '{input}' was closed: {reason}", innerException) => Input = input;

    internal StreamClosedException(string message)
        : base(message) => Input = "";

    /// <summary>The name of the stream parameter; empty for the stream that a method gives.</summary>
    public string Input { get; }
}
