namespace Pod.Cli.Development.Events;

/// <summary>Redis is there, or not.</summary>
/// <param name="Redis">A few words on how it is.</param>
internal sealed record RedisChanged(string Redis) : LoopEvent("redis", "redis", Redis);
