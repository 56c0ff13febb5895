namespace Pod.Runtime;

/// <summary>Settings of the server, from the configuration section <c>Pod</c>.</summary>
public sealed class PodOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Pod";

    /// <summary>The most bytes that the body of a call, or a frame of a stream socket, may have.</summary>
    /// <value>524288 by default.</value>
    public long MaxRequestSize { get; set; } = 524_288;

    /// <summary>How often the server asks each stream socket for a sign of life. After three unanswered questions the socket is closed.</summary>
    /// <value>30 seconds by default.</value>
    public TimeSpan WebSocketPingInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Limits of streams.</summary>
    public PodStreamOptions Streams { get; set; } = new();
}
