namespace Pod.Schema;

/// <summary>A storage parameter of an index, for example <c>ef_construction = 64</c>.</summary>
/// <param name="Name">PostgreSQL's name.</param>
/// <param name="Value">The value.</param>
public sealed record IndexParameter(string Name, int Value);
