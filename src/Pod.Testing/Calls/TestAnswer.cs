namespace Pod.Testing;

/// <summary>The answer of a method whose result is no model and is sent as it is.</summary>
/// <param name="Status">The status over HTTP.</param>
/// <param name="ContentType">What the body is.</param>
/// <param name="Body">The body.</param>
public sealed record TestAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body);
