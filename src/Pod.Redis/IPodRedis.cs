using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace Pod.Redis;

/// <summary>The Redis connection of Pod, for commands of the application's own. A singleton; safe on any thread.</summary>
/// <example><code>
/// if (redis.IsAvailable)
/// {
///     await redis.Database.StringIncrementAsync("visits");
/// }
/// </code></example>
public interface IPodRedis
{
    /// <summary>Whether Redis is configured and connected now. A command may fail all the same.</summary>
    [MemberNotNullWhen(true, nameof(Connection), nameof(Database))]
    bool IsAvailable { get; }

    /// <summary>The connection; null until it was made for the first time. Do not dispose it.</summary>
    IConnectionMultiplexer? Connection { get; }

    /// <summary>The database of the connection; null until it was made for the first time.</summary>
    IDatabase? Database { get; }
}
