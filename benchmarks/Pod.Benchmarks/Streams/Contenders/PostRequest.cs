namespace Pod.Benchmarks.Streams.Contenders;

/// <summary>The body of a post.</summary>
internal sealed record PostRequest(Note Note);
