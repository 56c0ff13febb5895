namespace Pod.Runtime;

/// <summary>An input stream ended with an error instead of its end.</summary>
public sealed class StreamClosedException : PodRuntimeException
{
    internal StreamClosedException(string input, string reason)
        : base($"The input stream '{input}' was closed: {reason}") => Input = input;

    internal StreamClosedException(string input, string reason, Exception innerException)
        : base($"The input stream '{input}' was closed: {reason}", innerException) => Input = input;

    /// <summary>The name of the stream parameter.</summary>
    public string Input { get; }
}
