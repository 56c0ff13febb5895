using Microsoft.Extensions.Logging;

namespace Pod.Redis;

/// <summary>All log messages of this package: 6000 connection, 6100 cache, 6200 messages.</summary>
internal static partial class RedisLogMessages
{
    [LoggerMessage(6000, LogLevel.Information, "Connected to Redis at {Endpoints}.")]
    public static partial void Connected(this ILogger logger, string endpoints);

    [LoggerMessage(6001, LogLevel.Warning, "Redis at {Endpoints} cannot be reached: {Reason} The server goes on trying. {Meanwhile}")]
    public static partial void NotReached(this ILogger logger, string endpoints, string reason, string meanwhile);

    [LoggerMessage(6002, LogLevel.Warning, "The connection to Redis was lost: {Reason}")]
    public static partial void ConnectionLost(this ILogger logger, string reason);

    [LoggerMessage(6003, LogLevel.Information, "The connection to Redis is back.")]
    public static partial void ConnectionBack(this ILogger logger);

    [LoggerMessage(6004, LogLevel.Warning, "Redis at {Endpoints} is used without {Missing}, and it is not on this machine.")]
    public static partial void Unprotected(this ILogger logger, string endpoints, string missing);

    [LoggerMessage(6100, LogLevel.Warning, "The global cache skips Redis for {Seconds} seconds after {Failures} failures in a row.")]
    public static partial void BreakerOpened(this ILogger logger, Exception exception, double seconds, int failures);

    [LoggerMessage(6101, LogLevel.Information, "The global cache uses Redis again.")]
    public static partial void BreakerClosed(this ILogger logger);

    [LoggerMessage(6200, LogLevel.Warning, "Subscribing to channel '{Channel}' failed; it is done when Redis can be reached.")]
    public static partial void SubscribingFailed(this ILogger logger, Exception exception, string channel);
}
