namespace Pod.Runtime;

/// <summary>A message of another type than the subscription expects was posted to its channel.</summary>
public sealed class MessageTypeException(string channel, string expected, string actual) : PodRuntimeException(
    $"Channel '{channel}' carried a '{actual}' where '{expected}' was expected. Use one channel per type, or listen for a common parent.")
{
    /// <summary>The channel.</summary>
    public string Channel { get; } = channel;

    /// <summary>The type that the subscription expects.</summary>
    public string Expected { get; } = expected;

    /// <summary>The wire name of the type that was posted.</summary>
    public string Actual { get; } = actual;
}
