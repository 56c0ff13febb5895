namespace Pod.Runtime;

/// <summary>What a cache holds, and what has happened since this server started.</summary>
/// <param name="Entries">The entries; null where other servers share the cache.</param>
/// <param name="Bytes">The size of the entries; null where other servers share the cache.</param>
/// <param name="Hits">Reads by this server that found their entry.</param>
/// <param name="Misses">Reads by this server that did not.</param>
/// <param name="Errors">Reads and writes by this server that the store did not answer.</param>
/// <param name="Evictions">Entries that had to go for want of room.</param>
public sealed record CacheStatistics(long? Entries, long? Bytes, long Hits, long Misses, long Errors, long Evictions);
