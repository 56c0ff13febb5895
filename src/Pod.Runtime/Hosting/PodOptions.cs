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

    /// <summary>The database.</summary>
    public PodDatabaseSettings Database { get; set; } = new();

    /// <summary>Migrations of the database.</summary>
    public PodMigrationSettings Migrations { get; set; } = new();

    /// <summary>Endpoints.</summary>
    public PodEndpointOptions Endpoints { get; set; } = new();

    /// <summary>HTTP calls.</summary>
    public PodHttpOptions Http { get; set; } = new();

    /// <summary>Web pages that may call.</summary>
    public PodCorsOptions Cors { get; set; } = new();

    /// <summary>Limits of streams.</summary>
    public PodStreamOptions Streams { get; set; } = new();

    /// <summary>The caches.</summary>
    public PodCachingOptions Caching { get; set; } = new();

    /// <summary>Messages between sessions.</summary>
    public PodMessagingOptions Messaging { get; set; } = new();
}
