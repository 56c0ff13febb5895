namespace Pod.Client;

/// <summary>A call or stream, for those who watch a client.</summary>
/// <param name="Endpoint">The endpoint's name on the wire.</param>
/// <param name="Method">The method's name on the wire.</param>
/// <param name="Arguments">The ordinary arguments as one JSON object, in UTF-8.</param>
/// <param name="Duration">The time since its start; how long its connection was lost where it was opened again.</param>
/// <param name="Exception">Why it failed or lost its connection; null after success.</param>
public sealed record PodClientCall(string Endpoint, string Method, ReadOnlyMemory<byte> Arguments, TimeSpan Duration, Exception? Exception);
