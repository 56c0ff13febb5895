namespace Pod.Redis;

/// <summary>Settings of Redis, from the configuration section <c>Pod:Redis</c>.</summary>
public sealed class PodRedisOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Pod:Redis";

    /// <summary>Whether Redis is used.</summary>
    /// <value>Null by default: it is when it is configured.</value>
    public bool? Enabled { get; set; }

    /// <summary>Whether the server is not ready before it has reached Redis.</summary>
    /// <value>Null by default: true outside the environments Development and Test.</value>
    public bool? Required { get; set; }

    /// <summary>The host. An <c>IConnectionMultiplexer</c> among the services and the connection string <c>cache</c> go first.</summary>
    /// <value>Null by default.</value>
    public string? Host { get; set; }

    /// <summary>The port.</summary>
    /// <value>6379 by default.</value>
    public int Port { get; set; } = 6379;

    /// <summary>The user, for StackExchange.Redis 2 and later. The password is the secret <c>redis</c>.</summary>
    /// <value>Null by default.</value>
    public string? User { get; set; }

    /// <summary>Whether the connection is encrypted.</summary>
    /// <value>False by default.</value>
    public bool Ssl { get; set; }

    /// <summary>How long an attempt to connect may take.</summary>
    /// <value>5 seconds by default, between 100 milliseconds and 1 minute.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a command may take.</summary>
    /// <value>500 milliseconds by default, between 100 milliseconds and 1 minute.</value>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromMilliseconds(500);
}
